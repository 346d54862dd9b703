package kollega.measurement.disclosure;

/** Whether a figure may leave the house. */
public sealed interface Verdict {

    /** It may be shown, as far as this rule goes. */
    record Shown() implements Verdict {}

    /** It may not, and why. The reason never tells how many people there were. */
    record Withheld(Reason reason) implements Verdict {}

    /** It may be shown. */
    Verdict SHOWN = new Shown();

    /** It may not be shown, for this reason. */
    static Verdict withheld(Reason reason) {
        return new Withheld(reason);
    }

    /** Whether it may be shown. */
    default boolean isShown() {
        return this instanceof Shown;
    }
}
