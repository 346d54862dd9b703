package kollega.measurement.silence;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;

/**
 * Weights that make those who answered resemble those who were asked in several traits at once:
 * iterative proportional fitting, w_i *= N_g / sum of w over i's kind g, trait by trait until
 * nothing moves. Weights outside a quarter to four times their mean are trimmed, and all are raked
 * again.
 *
 * <p>Sources: Deming, W. E. and Stephan, F. F. (1940), "On a least squares adjustment of a sampled
 * frequency table when the expected marginal totals are known", Annals of Mathematical Statistics
 * 11, 427-444; standard errors: Deville, J.-C., Särndal, C.-E. and Sautory, O. (1993), "Generalized
 * raking procedures in survey sampling", Journal of the American Statistical Association 88,
 * 1013-1020.
 */
public final class Raking {

    private static final int MOST_TRIMS = 100;

    private final List<Margin> margins;
    private final double[] weights;

    private Raking(List<Margin> margins, double[] weights) {
        this.margins = margins;
        this.weights = weights;
    }

    /**
     * The weights of answers.
     *
     * @param margins one or more traits of the same answers, whose totals add up to the same number
     * @param least the fewest answers of each kind, at least 2: the privacy threshold k; kinds with
     *     fewer must be merged first
     */
    public static Outcome<Raking> of(List<Margin> margins, int least) {
        Argument.atLeast("margins.size()", 1, margins.size());
        Argument.atLeast("least", 2, least);
        int n = Argument.atLeast("number of answers", 1, margins.getFirst().kinds().size());
        double population = margins.getFirst().population();
        for (Margin margin : margins) {
            Argument.require(
                    margin.kinds().size() == n,
                    "answers in margin " + margin.name(),
                    margin.kinds().size(),
                    "as many as in margin " + margins.getFirst().name() + ", " + n);
            Argument.require(
                    Math.abs(margin.population() - population) <= 1e-6 * population,
                    "total of margin " + margin.name(),
                    margin.population(),
                    "that of margin " + margins.getFirst().name() + ", " + population);
            Optional<String> thin = thin(margin, least);
            if (thin.isPresent()) {
                return Outcome.notEnoughData(thin.get());
            }
        }
        double[] weights = new double[n];
        Arrays.fill(weights, population / n);
        for (int trim = 0; trim < MOST_TRIMS; trim++) {
            if (!ProportionalFitting.rake(margins, weights)) {
                return Outcome.notEnoughData(
                        "No weights meet all totals: some combination of kinds did not answer."
                                + " Merge kinds or leave a trait out.");
            }
            if (!ProportionalFitting.trim(weights, population / n)) {
                return Outcome.estimated(new Raking(List.copyOf(margins), weights));
            }
        }
        return Outcome.notEnoughData(
                "No weights from a quarter to four times their mean meet all totals. Merge kinds or"
                        + " leave a trait out.");
    }

    /** The weight of each answer; they add up to the number of people asked. */
    public double[] weights() {
        return weights.clone();
    }

    /** The weighted mean of values, one for each answer. */
    public double mean(double... values) {
        check(values);
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
        }
        return sum / total();
    }

    /**
     * The standard error of {@link #mean}, with finite population correction: that of the weighted
     * residuals of the values after the traits' effects are taken out.
     */
    public double standardError(double... values) {
        double mean = mean(values);
        double[] residual = Arrays.stream(values).map(value -> value - mean).toArray();
        ProportionalFitting.sweep(margins, residual);
        int n = values.length;
        double total = total();
        double centre = 0;
        for (int i = 0; i < n; i++) {
            residual[i] *= weights[i] / total;
            centre += residual[i] / n;
        }
        double squares = 0;
        for (double r : residual) {
            squares += (r - centre) * (r - centre);
        }
        return Math.sqrt(Math.max(0, 1 - n / total) * squares * n / (n - 1));
    }

    /** Kish's effective number of answers, (sum w)^2 / sum w^2. */
    public double effectiveN() {
        double total = total();
        return total * total / Arrays.stream(weights).map(w -> w * w).sum();
    }

    private void check(double[] values) {
        Argument.require(
                values.length == weights.length,
                "values.length",
                values.length,
                "the number of answers, " + weights.length);
        Argument.finite("values", values);
    }

    private double total() {
        return Arrays.stream(weights).sum();
    }

    private static Optional<String> thin(Margin margin, int least) {
        Map<String, Integer> answers = new TreeMap<>();
        margin.totals().keySet().forEach(kind -> answers.put(kind, 0));
        margin.kinds().forEach(kind -> answers.merge(kind, 1, Integer::sum));
        return answers.entrySet().stream()
                .filter(entry -> entry.getValue() < least)
                .findFirst()
                .map(entry ->
                        "Kind %s of %s has %d answers and needs at least %d: merge it with another."
                                .formatted(entry.getKey(), margin.name(), entry.getValue(), least));
    }
}
