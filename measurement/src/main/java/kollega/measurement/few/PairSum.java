package kollega.measurement.few;

import kollega.measurement.Argument;

/**
 * The ratings that one rater gave one provider, summed up: all that {@link CrossedEffects} needs of
 * them, so that a fit costs what the pairs cost and not what the ratings cost.
 *
 * @param rater number of the rater, from 0 to below {@link CrossedEffects#MOST_LEVELS}
 * @param provider number of the provider, in the same range
 * @param n number of ratings, at least 1
 * @param mean their mean
 * @param squares sum of their squared distances from that mean, at least 0
 */
public record PairSum(int rater, int provider, long n, double mean, double squares) {

    public PairSum {
        Argument.within("rater", 0, CrossedEffects.MOST_LEVELS - 1, rater);
        Argument.within("provider", 0, CrossedEffects.MOST_LEVELS - 1, provider);
        Argument.atLeast("n", 1, n);
        Argument.finite("mean", mean);
        Argument.notNegative("squares", squares);
    }
}
