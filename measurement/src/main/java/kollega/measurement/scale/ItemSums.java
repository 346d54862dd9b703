package kollega.measurement.scale;

import java.util.OptionalDouble;
import kollega.measurement.driver.CrossProducts;

/** Sums over the cross-products of items, with and without one of them. */
final class ItemSums {

    private final CrossProducts products;
    private final int size;
    private final double trace;
    private final double total;

    ItemSums(CrossProducts products) {
        this.products = products;
        size = products.size();
        double diagonal = 0;
        double all = 0;
        for (int i = 0; i < size; i++) {
            diagonal += products.product(i, i);
            all += row(i);
        }
        trace = diagonal;
        total = all;
    }

    /** Cronbach's alpha of all items; empty when their sum does not vary. */
    OptionalDouble alpha() {
        return alpha(size, trace, total);
    }

    /** Centred sum of squares of the sum of all items. */
    double total() {
        return total;
    }

    Item item(int j, String name) {
        double own = products.product(j, j);
        double rest = total - 2 * row(j) + own;
        double scale = Math.sqrt(own) * Math.sqrt(Math.max(0, rest));
        return new Item(
                name,
                products.means()[j],
                Math.sqrt(own / (products.n() - 1)),
                own == 0 || none(rest)
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Math.clamp((row(j) - own) / scale, -1, 1)),
                size < 3 ? OptionalDouble.empty() : alpha(size - 1, trace - own, rest));
    }

    private OptionalDouble alpha(int items, double diagonal, double all) {
        return none(all)
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(1, items / (items - 1.0) * (1 - diagonal / all)));
    }

    /** Whether a sum of squares is nothing but rounding beside those of the items. */
    private boolean none(double squares) {
        return squares <= 1e-12 * trace;
    }

    private double row(int i) {
        double sum = 0;
        for (int j = 0; j < size; j++) {
            sum += products.product(i, j);
        }
        return sum;
    }
}
