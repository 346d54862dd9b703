package kollega.measurement.score;

import kollega.measurement.Argument;

/**
 * How much a wish that is important and not satisfied is worth looking at, from answers on a scale
 * of 1 to 5 of which 4 and 5 count.
 *
 * <p>Source: A. W. Ulwick (2005), What Customers Want, chapter 3.
 *
 * @param n answers, at least 1
 * @param important of them that give importance 4 or 5
 * @param satisfied of them that give satisfaction 4 or 5
 */
public record Opportunity(long n, long important, long satisfied) {

    public Opportunity {
        Argument.atLeast("n", 1, n);
        Argument.within("important", 0, n, important);
        Argument.within("satisfied", 0, n, satisfied);
    }

    /** Ten times the share for whom it is important, 0 to 10. */
    public double importance() {
        return 10.0 * important / n;
    }

    /** Ten times the share who are satisfied, 0 to 10. */
    public double satisfaction() {
        return 10.0 * satisfied / n;
    }

    /** Importance and what satisfaction lacks of it, 0 to 20; above 10 worth a look. */
    public double value() {
        return importance() + Math.max(importance() - satisfaction(), 0);
    }
}
