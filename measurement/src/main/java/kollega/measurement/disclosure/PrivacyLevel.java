package kollega.measurement.disclosure;

/** Kinds of figures by how much they tell, each with the fewest people it may rest on. */
public enum PrivacyLevel {
    /** A score, mean or share. */
    SCORE(5),
    /** The whole distribution of answers from 0 to 10. */
    HISTOGRAM(8),
    /** Comments and themes. */
    COMMENT(10),
    /** Questions on health, conflict, dismissal and the like. */
    SENSITIVE(10),
    /** A table by traits of people outside the organization's structure. */
    EXTRA_TABLE(10);

    private final int fewestRaters;

    PrivacyLevel(int fewestRaters) {
        this.fewestRaters = fewestRaters;
    }

    /** The fewest distinct people a figure of this kind may rest on. */
    public int fewestRaters() {
        return fewestRaters;
    }

    /** The threshold of this level as it stands; it may be raised, never lowered. */
    public PrivacyThreshold threshold() {
        return new PrivacyThreshold(fewestRaters, 0.5);
    }
}
