package kollega.measurement.scale;

import java.util.Arrays;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;
import org.hipparchus.stat.StatUtils;

/**
 * The key of a situational judgement test: how good each option is in the mean view of experts who
 * agree enough.
 *
 * @param ratings mean rating of each option
 * @param agreement ICC(2,k) of the experts, at least 0.70
 */
public record ExpertKey(double[] ratings, double agreement) {

    /** The fewest experts. */
    public static final int LEAST_EXPERTS = 8;

    /** The least ICC(2,k). */
    public static final double LEAST_AGREEMENT = .7;

    public ExpertKey {
        ratings = Argument.finite("ratings", ratings);
        Argument.require(
                Arrays.stream(ratings).distinct().count() > 1,
                "ratings",
                Arrays.toString(ratings),
                "at least 2 different ones");
        Argument.share("agreement", agreement);
    }

    /**
     * The key of experts' ratings.
     *
     * @param ratings [expert][option], at least 3 options
     * @return no data with fewer than 8 experts, or when they agree too little
     */
    public static Outcome<ExpertKey> of(double[][] ratings) {
        if (ratings.length < LEAST_EXPERTS) {
            return Outcome.notEnoughData(
                    "there are %d experts, a key needs at least %d"
                            .formatted(ratings.length, LEAST_EXPERTS));
        }
        return switch (agreement(ratings)) {
            case Outcome.NotEnoughData<Double>(String reason) -> Outcome.notEnoughData(reason);
            case Outcome.Estimated<Double>(Double icc) when icc < LEAST_AGREEMENT ->
                    Outcome.notEnoughData(
                            "the experts agree too little: ICC(2,k) is %.2f, at least %.2f is needed"
                                    .formatted(icc, LEAST_AGREEMENT));
            case Outcome.Estimated<Double>(Double icc) ->
                    Outcome.estimated(new ExpertKey(means(ratings), icc));
        };
    }

    /**
     * ICC(2,k) = (MSR - MSE) / (MSR + (MSC - MSE) / n): the reliability of the mean of k raters
     * drawn at random who all rate the same n targets. Source: P. E. Shrout and J. L. Fleiss
     * (1979), Intraclass correlations: uses in assessing rater reliability, Psychological Bulletin
     * 86, 420-428.
     *
     * @param ratings [rater][target], at least 2 of each
     * @return from 0, when targets differ no more than chance makes them, to 1; no data when all
     *     targets have the same mean
     */
    public static Outcome<Double> agreement(double[][] ratings) {
        int raters = Argument.atLeast("ratings.length", 2, ratings.length);
        int targets = Argument.atLeast("ratings[0].length", 2, ratings[0].length);
        for (int i = 0; i < raters; i++) {
            String name = "ratings[" + i + "]";
            Argument.finite(name, Argument.ofLength(name, targets, ratings[i]));
        }
        double[] byTarget = means(ratings);
        double[] byRater = Arrays.stream(ratings).mapToDouble(StatUtils::mean).toArray();
        double all = StatUtils.mean(byTarget);
        double rest = 0;
        double total = 0;
        for (int i = 0; i < raters; i++) {
            for (int j = 0; j < targets; j++) {
                rest += Math.pow(ratings[i][j] - byTarget[j] - byRater[i] + all, 2);
                total += Math.pow(ratings[i][j] - all, 2);
            }
        }
        double betweenTargets = raters * StatUtils.variance(byTarget);
        double betweenRaters = targets * StatUtils.variance(byRater);
        double error = rest / ((raters - 1.0) * (targets - 1));
        if (betweenTargets <= 1e-12 * total) {
            return Outcome.notEnoughData(
                    "the raters' mean is the same for all %d targets".formatted(targets));
        }
        if (betweenTargets <= error) {
            return Outcome.estimated(0.0);
        }
        double below = betweenTargets + (betweenRaters - error) / targets;
        return Outcome.estimated((betweenTargets - error) / below);
    }

    private static double[] means(double[][] ratings) {
        var means = new double[ratings[0].length];
        Arrays.setAll(
                means, j -> Arrays.stream(ratings).mapToDouble(r -> r[j]).sum() / ratings.length);
        return means;
    }

    /** The mean rating of each option; a copy. */
    @Override
    public double[] ratings() {
        return ratings.clone();
    }

    /**
     * How near somebody's ratings of the options come to the key, whatever part of the scale they
     * like to use: minus the mean squared difference of standardized ratings, from -4 to 0. For
     * that person's eyes only. Source: M. A. McDaniel, J. Psotka, P. J. Legree, A. P. Yost and J.
     * A. Weekley (2011), Toward an understanding of situational judgment item validity and group
     * differences, Journal of Applied Psychology 96, 327-336.
     *
     * @param own one rating an option
     * @return no data when all options are rated alike
     */
    public Outcome<Double> score(double[] own) {
        double[] given =
                Argument.finite("own", Argument.ofLength("own", ratings.length, own.clone()));
        if (Arrays.stream(given).distinct().count() < 2
                || StatUtils.populationVariance(given) == 0) {
            return Outcome.notEnoughData(
                    "all %d options are rated alike, which says nothing about them"
                            .formatted(given.length));
        }
        double[] mine = standardized(given);
        double[] key = standardized(ratings);
        double squares = 0;
        for (int j = 0; j < mine.length; j++) {
            squares += Math.pow(mine[j] - key[j], 2);
        }
        return Outcome.estimated(-squares / mine.length);
    }

    private static double[] standardized(double[] values) {
        double mean = StatUtils.mean(values);
        double deviation = Math.sqrt(StatUtils.populationVariance(values));
        return Arrays.stream(values).map(value -> (value - mean) / deviation).toArray();
    }

    /**
     * The score of picking the best and the worst option: one point for each that the key shares,
     * one off for each that the key has at the other end; from -2 to 2.
     *
     * @param best the option picked as best, from 0
     * @param worst the option picked as worst, from 0, another one
     */
    public int score(int best, int worst) {
        Argument.within("best", 0, ratings.length - 1, best);
        Argument.within("worst", 0, ratings.length - 1, worst);
        Argument.require(best != worst, "worst", worst, "another option than best");
        double high = Arrays.stream(ratings).max().orElseThrow();
        double low = Arrays.stream(ratings).min().orElseThrow();
        return point(ratings[best], high, low) + point(ratings[worst], low, high);
    }

    private static int point(double picked, double right, double wrong) {
        return picked == right ? 1 : picked == wrong ? -1 : 0;
    }
}
