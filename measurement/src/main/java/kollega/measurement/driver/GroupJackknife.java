package kollega.measurement.driver;

import java.util.ArrayList;
import java.util.List;
import kollega.measurement.Argument;
import kollega.measurement.Interval;
import kollega.measurement.Outcome;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Intervals of importance from leaving out one group (a unit, say) at a time, so that the likeness
 * of people within a group counts: se^2 = (G-1)/G sum (t_g - mean t)^2, interval by Student's t
 * with G - 1 degrees of freedom. A bootstrap of single rows would be 10 to 25 % too narrow.
 *
 * <p>Source: B. Efron and R. J. Tibshirani (1993), An Introduction to the Bootstrap, chapter 11.
 */
public final class GroupJackknife {

    /** The fewest groups; with fewer use {@link WishartBootstrap}. */
    public static final int LEAST_GROUPS = 15;

    private GroupJackknife() {}

    /**
     * One interval a driver.
     *
     * @param groups the summaries of all groups, the first variable of each the outcome; groups
     *     without rows are left aside
     * @param names of the drivers, in the order of the variables
     * @param level of confidence, between 0 and 1, exclusive
     */
    public static Outcome<List<ImportanceInterval>> intervals(
            List<CrossProducts> groups, List<String> names, double level) {
        Argument.between0And1("level", level);
        var filled = groups.stream().filter(group -> group.n() > 0).toList();
        if (filled.size() < LEAST_GROUPS) {
            return Outcome.notEnoughData(
                    "there are %d groups with rows, leaving out one at a time needs at least %d"
                            .formatted(filled.size(), LEAST_GROUPS));
        }
        var whole = filled.stream().reduce(CrossProducts::merge).orElseThrow();
        var importance = RelativeImportance.forDrivers(names.size());
        var without = new ArrayList<double[]>();
        for (CrossProducts group : filled) {
            switch (Correlations.of(whole.subtract(group), names)) {
                case Outcome.NotEnoughData<Correlations>(String reason) -> {
                    return Outcome.notEnoughData("without one of the groups, " + reason);
                }
                case Outcome.Estimated<Correlations>(Correlations rest) ->
                        without.add(importance.weights(rest));
            }
        }
        return DriverModel.correlations(whole, names)
                .map(all -> intervals(names, importance.weights(all), without, level));
    }

    private static List<ImportanceInterval> intervals(
            List<String> names, double[] weights, List<double[]> without, double level) {
        int groups = without.size();
        double t = new TDistribution(groups - 1.0).inverseCumulativeProbability((1 + level) / 2);
        var intervals = new ArrayList<ImportanceInterval>();
        for (int j = 0; j < weights.length; j++) {
            int driver = j;
            double mean = without.stream().mapToDouble(w -> w[driver]).average().orElseThrow();
            double squares = without.stream().mapToDouble(w -> Math.pow(w[driver] - mean, 2)).sum();
            double error = Math.sqrt((groups - 1.0) / groups * squares);
            intervals.add(
                    new ImportanceInterval(
                            names.get(j),
                            weights[j],
                            error,
                            new Interval(
                                    Math.clamp(weights[j] - t * error, 0, 1),
                                    Math.clamp(weights[j] + t * error, 0, 1))));
        }
        return intervals;
    }
}
