package kollega.measurement.scale;

import java.util.List;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;
import kollega.measurement.driver.CrossProducts;

/**
 * A test whose items are right (1) or wrong (0): how hard and how telling each item is, and how far
 * a score can be trusted.
 *
 * <p>Source: G. F. Kuder and M. W. Richardson (1937), The theory of the estimation of test
 * reliability, Psychometrika 2, 151-160.
 *
 * @param n number of takers
 * @param kr20 KR-20 = J/(J-1) (1 - sum p q / var T), at most 1
 * @param standardError of a score, in points: sd T sqrt(1 - KR-20)
 * @param items difficulty is their mean; discrimination is their correlation with the rest
 */
public record KnowledgeTest(long n, double kr20, double standardError, List<Item> items) {

    /** Why an item deserves another look. */
    public enum Flag {
        /** Fewer than 20 % get it right. */
        TOO_HARD,
        /** More than 95 % get it right. */
        TOO_EASY,
        /** It says too little about the rest: a correlation below 0.15, or none. */
        NOT_TELLING
    }

    public KnowledgeTest {
        items = List.copyOf(items);
    }

    /**
     * The analysis of a test.
     *
     * @param products whose variables are the items, each 0 or 1 in every row
     * @param names of the items, at least 2
     * @return no data with fewer than 2 takers, or when all have the same score
     */
    public static Outcome<KnowledgeTest> of(CrossProducts products, List<String> names) {
        var reliability = Reliability.of(products, names, .95);
        if (products.n() > 0) {
            requireRightOrWrong(products);
        }
        return reliability.map(found -> {
            double deviation = Math.sqrt(new ItemSums(products).total() / (products.n() - 1));
            return new KnowledgeTest(
                    found.n(),
                    found.alpha(),
                    deviation * Math.sqrt(1 - found.alpha()),
                    found.items());
        });
    }

    /** For 0 and 1, and for no other numbers, sums of squares are sums and lie at p q. */
    private static void requireRightOrWrong(CrossProducts products) {
        double[] means = products.means();
        for (int j = 0; j < means.length; j++) {
            double expected = products.n() * means[j] * (1 - means[j]);
            Argument.require(
                    Math.abs(products.product(j, j) - expected) <= 1e-9 * products.n(),
                    "variance of item " + (j + 1),
                    products.product(j, j) / products.n(),
                    "p (1 - p) = " + means[j] * (1 - means[j]) + ", as all answers are 0 or 1");
        }
    }

    /** What is wrong with an item of this test; empty when nothing is. */
    public static List<Flag> flags(Item item) {
        var difficulty =
                item.mean() < .2
                        ? List.of(Flag.TOO_HARD)
                        : item.mean() > .95 ? List.of(Flag.TOO_EASY) : List.<Flag>of();
        if (item.itemRest().orElse(0) >= .15) {
            return difficulty;
        }
        return difficulty.isEmpty()
                ? List.of(Flag.NOT_TELLING)
                : List.of(difficulty.getFirst(), Flag.NOT_TELLING);
    }
}
