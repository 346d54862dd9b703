package kollega.measurement.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import kollega.measurement.Argument;
import kollega.measurement.Interval;
import kollega.measurement.Outcome;
import kollega.measurement.driver.CrossProducts;
import org.hipparchus.distribution.continuous.FDistribution;

/**
 * Internal consistency of a scale, from the covariances of its items alone.
 *
 * <p>alpha = J/(J-1) (1 - tr S / 1'S1) with S the covariances of J items. Sources: L. J. Cronbach
 * (1951), Coefficient alpha and the internal structure of tests, Psychometrika 16, 297-334;
 * interval: L. S. Feldt (1965), The approximate sampling distribution of Kuder-Richardson
 * reliability coefficient twenty, Psychometrika 30, 357-370. Items must point the same way: turn
 * reversed ones first. Not for shares that sum to a constant.
 *
 * @param n number of rows
 * @param alpha at most 1; negative when items contradict each other
 * @param interval of alpha
 * @param items in the order of their names
 */
public record Reliability(long n, double alpha, Interval interval, List<Item> items) {

    public Reliability {
        items = List.copyOf(items);
    }

    /**
     * The reliability of the sum or mean of items.
     *
     * @param products whose variables are the items
     * @param names of the items, at least 2
     * @param level of the interval, between 0 and 1, exclusive
     * @return no data with fewer than 2 rows, or when the sum is the same in all rows
     */
    public static Outcome<Reliability> of(
            CrossProducts products, List<String> names, double level) {
        Argument.between0And1("level", level);
        Argument.atLeast("names.size()", 2, names.size());
        Argument.require(
                products.size() == names.size(),
                "products.size()",
                products.size(),
                "exactly " + names.size() + ", one variable a name");
        if (products.n() < 2) {
            return Outcome.notEnoughData(
                    "there %s, reliability needs at least 2"
                            .formatted(products.n() == 1 ? "is 1 row" : "are 0 rows"));
        }
        var sums = new ItemSums(products);
        var alpha = sums.alpha();
        if (alpha.isEmpty()) {
            return Outcome.notEnoughData(
                    "the sum of the items is the same in all %d rows".formatted(products.n()));
        }
        var items = new ArrayList<Item>();
        for (int j = 0; j < names.size(); j++) {
            items.add(sums.item(j, names.get(j)));
        }
        double value = alpha.getAsDouble();
        return Outcome.estimated(
                new Reliability(
                        products.n(),
                        value,
                        feldt(value, products.n(), names.size(), level),
                        items));
    }

    private static Interval feldt(double alpha, long n, int items, double level) {
        var f = new FDistribution(n - 1.0, (n - 1.0) * (items - 1));
        return new Interval(
                1 - (1 - alpha) * f.inverseCumulativeProbability((1 + level) / 2),
                1 - (1 - alpha) * f.inverseCumulativeProbability((1 - level) / 2));
    }

    /** Alpha if the items had equal variances: from their mean correlation. */
    public static OptionalDouble standardizedAlpha(CrossProducts products) {
        Argument.atLeast("products.size()", 2, products.size());
        int size = products.size();
        double sum = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                double scale = Math.sqrt(products.product(i, i) * products.product(j, j));
                if (scale == 0) {
                    return OptionalDouble.empty();
                }
                sum += products.product(i, j) / scale;
            }
        }
        double mean = 2 * sum / (size * (size - 1.0));
        double total = 1 + (size - 1) * mean;
        return total <= 0 ? OptionalDouble.empty() : OptionalDouble.of(size * mean / total);
    }
}
