package kollega.measurement.disclosure;

import static kollega.measurement.Argument.atLeast;
import static kollega.measurement.Argument.require;

/**
 * How many people stand behind a figure, and how unevenly.
 *
 * @param answers number of answers in the figure
 * @param raters number of distinct people who gave them
 * @param largest number of answers by the person who gave most
 */
public record Contribution(long answers, int raters, long largest) {

    /** No answers at all. */
    public static final Contribution NONE = new Contribution(0, 0, 0);

    /**
     * @throws IllegalArgumentException if the three can't belong together
     */
    public Contribution {
        atLeast("answers", 0, answers);
        require(
                answers == 0 ? raters == 0 : raters >= 1 && raters <= answers,
                "raters",
                raters,
                "from 1 to the number of answers, " + answers + ", and 0 for no answers");
        require(
                largest >= Math.ceilDiv(answers, Math.max(1, raters))
                        && largest <= answers - Math.max(0, raters - 1),
                "largest",
                largest,
                "what one of " + raters + " people can have given of " + answers + " answers");
    }

    /** One answer from each of so many people. */
    public static Contribution oneEach(int people) {
        return new Contribution(people, people, Math.min(people, 1));
    }

    /** The largest rater's share of the answers, from 0 to 1; 0 without answers. */
    public double largestShare() {
        return answers == 0 ? 0 : (double) largest / answers;
    }
}
