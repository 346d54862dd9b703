package kollega.measurement.score;

import java.util.List;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;

/**
 * A mean of answers of which one rater may have given several, as with ratings after requests: the
 * cluster-robust variance
 *
 * <pre>
 * Var(m) = C/(C - 1) * 1/n^2 * sum over raters c of (sum over c's answers of (s - m))^2
 * </pre>
 *
 * <p>and the effective number of answers, the variance of one answer divided by Var(m). Source:
 * Liang, K.-Y. and Zeger, S. L. (1986), "Longitudinal data analysis using generalized linear
 * models", Biometrika 73, 13-22.
 *
 * @param mean the mean m of all answers; of signs, the net score
 * @param n the number of answers
 * @param raters the number C of distinct raters, at least 2
 * @param varianceOfMean Var(m), above 0
 * @param effectiveN v / Var(m), with v the variance of one answer, sum (s - m)^2 / n
 */
public record ClusteredMean(
        double mean, long n, int raters, double varianceOfMean, double effectiveN) {

    /**
     * All answers of one rater.
     *
     * @param n how many, at least 1
     * @param sum their sum
     * @param sumOfSquares the sum of their squares, at least sum^2 / n
     */
    public record Rater(long n, double sum, double sumOfSquares) {

        public Rater {
            Argument.atLeast("n", 1, n);
            Argument.figure("sum", sum);
            double least = sum / n * sum;
            Argument.require(
                    sumOfSquares >= least * (1 - 1e-9) && Double.isFinite(sumOfSquares),
                    "sumOfSquares",
                    sumOfSquares,
                    "at least sum^2 / n, which is " + least);
        }

        /** A rater's answers coded 1, 0, -1. */
        public static Rater of(NetScore answers) {
            return new Rater(
                    answers.n(),
                    (double) answers.promoters() - answers.detractors(),
                    (double) answers.promoters() + answers.detractors());
        }

        /** A rater's answers as numbers. */
        public static Rater of(double... answers) {
            double sum = 0;
            double sumOfSquares = 0;
            for (double answer : Argument.finite("answers", answers)) {
                sum += answer;
                sumOfSquares += answer * answer;
            }
            return new Rater(answers.length, sum, sumOfSquares);
        }
    }

    /** The mean over all answers of all raters. */
    public static Outcome<ClusteredMean> of(List<Rater> raters) {
        int c = raters.size();
        if (c < 2) {
            return Outcome.notEnoughData(
                    "How much raters differ needs at least 2 of them, there is " + c + ".");
        }
        long n = raters.stream().mapToLong(Rater::n).sum();
        double mean = raters.stream().mapToDouble(Rater::sum).sum() / n;
        double v = raters.stream().mapToDouble(Rater::sumOfSquares).sum() / n - mean * mean;
        double betweenRaters = 0;
        for (Rater rater : raters) {
            double residual = rater.sum - rater.n * mean;
            betweenRaters += residual * residual;
        }
        double variance = (double) c / (c - 1) * betweenRaters / n / n;
        // Rounding leaves about 1e-30 where all raters agree exactly.
        if (variance <= 1e-24 * (1 + mean * mean)) {
            return Outcome.notEnoughData(
                    "All %d raters average the same, so their spread can't be estimated."
                            .formatted(c));
        }
        return Outcome.estimated(new ClusteredMean(mean, n, c, variance, v / variance));
    }
}
