package kollega.measurement.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;

/**
 * How much of the differences in an outcome goes with which driver. Not a cause: drivers and
 * outcome that stand on the same sheet share the mood of the minute.
 *
 * @param n number of rows
 * @param r2 the share of the outcome's variance that all drivers explain together, from 0 to 1
 * @param drivers in the order of their names; both kinds of weights sum to R2
 */
public record DriverModel(long n, double r2, List<Driver> drivers) {

    public DriverModel {
        drivers = List.copyOf(drivers);
    }

    /**
     * The fewest rows for a model of so many drivers: max(100, 10 p). A smaller group would be
     * fitted, not described, and its answers could be worked out from the result.
     */
    public static long rowsNeeded(int drivers) {
        return Math.max(100, 10L * Argument.atLeast("drivers", 1, drivers));
    }

    /**
     * The model of a summary.
     *
     * @param products whose first variable is the outcome and whose others are the drivers
     * @param names of the drivers, in the order of the variables
     * @return no data with fewer than {@link #rowsNeeded} rows, when a variable is the same in all
     *     rows, or when a driver follows exactly from others
     */
    public static Outcome<DriverModel> of(CrossProducts products, List<String> names) {
        return correlations(products, names).map(found -> of(products, names, found));
    }

    static Outcome<Correlations> correlations(CrossProducts products, List<String> names) {
        long needed = rowsNeeded(names.size());
        return products.n() < needed
                ? Outcome.notEnoughData(
                        "there are %d rows, a model of %s needs at least %d"
                                .formatted(
                                        products.n(),
                                        names.size() == 1 ? "1 driver" : names.size() + " drivers",
                                        needed))
                : Correlations.of(products, names);
    }

    private static DriverModel of(
            CrossProducts products, List<String> names, Correlations correlations) {
        int p = names.size();
        double[] johnson = RelativeImportance.JOHNSON.weights(correlations);
        double[] lmg =
                p <= RelativeImportance.MOST_DRIVERS_FOR_LMG
                        ? RelativeImportance.LMG.weights(correlations)
                        : new double[0];
        double[] means = products.means();
        var drivers = new ArrayList<Driver>();
        for (int j = 0; j < p; j++) {
            drivers.add(
                    new Driver(
                            names.get(j),
                            means[j + 1],
                            Math.sqrt(products.product(j + 1, j + 1) / (products.n() - 1)),
                            correlations.outcome()[j],
                            j < lmg.length ? OptionalDouble.of(lmg[j]) : OptionalDouble.empty(),
                            johnson[j]));
        }
        return new DriverModel(products.n(), ExplainedVariance.ofAll(correlations), drivers);
    }
}
