package kollega.measurement.change;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import kollega.measurement.Argument;
import kollega.measurement.Interval;
import kollega.measurement.Outcome;
import org.hipparchus.distribution.continuous.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Did it work? Difference in differences of a panel that may have gaps and in which units may have
 * changed at different times: the regression of the figure on having changed, with an effect for
 * every unit and every period, judged by giving the units' own histories of change to units at
 * random. A unit that came into the panel with its change already made is compared with, but its
 * history is not given to others.
 *
 * <p>Sources: M. Bertrand, E. Duflo and S. Mullainathan (2004), How much should we trust
 * differences-in-differences estimates?, Quarterly Journal of Economics 119, 249-275; permutation:
 * R. A. Fisher (1935), The Design of Experiments; standard error: M. Arellano (1987), Oxford
 * Bulletin of Economics and Statistics 49, 431-434, times G/(G-1) (N-1)/(N-K), K counting the
 * effects of units and periods.
 *
 * @param units with at least two periods; others can't tell a change and are left out
 * @param changed of them that changed within the periods they were seen in
 * @param effect in the units of the figure
 * @param standardError clustered by unit; empty where the panel leaves nothing over for it
 * @param interval effect with 95 % confidence by Student's t with units - 1 degrees of freedom
 * @param pValue two-sided, by permutation
 * @param leastPValue the smallest p-value that so many units can give
 * @param assignments how many ways to give the histories to the units were compared
 * @param exact whether these are all ways there are, or {@value #RANDOM_ASSIGNMENTS} at random
 */
public record AdoptionEffect(
        int units,
        int changed,
        double effect,
        Optional<Double> standardError,
        Optional<Interval> interval,
        double pValue,
        double leastPValue,
        long assignments,
        boolean exact) {

    /** The start of a unit that never changes in the periods of the panel. */
    public static final int NEVER = Integer.MAX_VALUE;

    /** Assignments compared where there are too many to compare all. */
    public static final int RANDOM_ASSIGNMENTS = 100_000;

    /** The most assignments that are all compared. */
    public static final int MOST_ASSIGNMENTS = 200_000;

    private static final double LEVEL = .05;

    /** What the comparison says, where a higher figure is a better one. */
    public enum Verdict {
        WORKED,
        HARMED,
        NO_SIGN,
        /** No outcome whatever could have told a change from chance. */
        TOO_FEW
    }

    /**
     * The comparison.
     *
     * @param values [unit][period], NaN where a unit was not seen
     * @param starts the first period, from 0, by which each unit had changed, or {@link #NEVER}
     * @param seed of the random assignments, when there are too many to compare all
     * @return no data when no unit is seen before and after beside another that did not change then
     */
    public static Outcome<AdoptionEffect> of(double[][] values, int[] starts, long seed) {
        Argument.atLeast("values.length", 1, values.length);
        Argument.require(
                starts.length == values.length,
                "starts.length",
                starts.length,
                "exactly " + values.length);
        int periods = values[0].length;
        for (int i = 0; i < values.length; i++) {
            Argument.ofLength("values[" + i + "]", periods, values[i]);
            Argument.atLeast("starts[" + i + "]", 0, starts[i]);
            for (double value : values[i]) {
                if (!Double.isNaN(value)) {
                    Argument.figure("values[" + i + "]", value);
                }
            }
        }
        int[] telling = telling(values);
        if (telling.length < 2) {
            return Outcome.notEnoughData(
                    "a comparison needs at least 2 units with at least two periods, and has %d"
                            .formatted(telling.length));
        }
        double[][] seen = Arrays.stream(telling).mapToObj(i -> values[i]).toArray(double[][]::new);
        int[] own = Arrays.stream(telling).map(i -> starts[i]).toArray();
        var panel = new GappedPanel(seen);
        var histories = new Histories(own, firsts(seen), panel.periods());
        var comparison = new Comparison(panel, histories);
        @Nullable Double effect = comparison.effect(histories.given());
        if (effect == null) {
            return Outcome.notEnoughData(
                    "no unit is seen before and after its change beside one that did not change"
                            + " then: add units or periods to compare with");
        }
        return Outcome.estimated(judged(panel, histories, comparison, effect, seed));
    }

    private static int[] telling(double[][] values) {
        return IntStream.range(0, values.length)
                .filter(i -> Arrays.stream(values[i]).filter(v -> !Double.isNaN(v)).count() > 1)
                .toArray();
    }

    private static int[] firsts(double[][] values) {
        return Arrays.stream(values)
                .mapToInt(own ->
                        IntStream.range(0, own.length)
                                .filter(t -> !Double.isNaN(own[t]))
                                .findFirst()
                                .orElseThrow())
                .toArray();
    }

    private static AdoptionEffect judged(
            GappedPanel panel,
            Histories histories,
            Comparison comparison,
            double effect,
            long seed) {
        double ways = histories.ways();
        boolean exact = ways <= MOST_ASSIGNMENTS;
        comparison.against(Math.abs(effect));
        if (exact) {
            histories.all(comparison::compare);
        } else {
            histories.random(RANDOM_ASSIGNMENTS, seed, comparison::compare);
        }
        int itself = exact ? 0 : 1;
        double least = (histories.mirrored() ? 2 : 1) / ways;
        Optional<Double> error = panel.clusteredError(histories.indicator(), effect);
        return new AdoptionEffect(
                panel.units(),
                panel.changed(histories.indicator()),
                effect,
                error,
                error.map(se -> interval(effect, se, panel.units() - 1)),
                (comparison.asFar() + itself) / (double) (comparison.compared() + itself),
                exact ? least : Math.max(least, 1.0 / (RANDOM_ASSIGNMENTS + 1)),
                comparison.compared(),
                exact);
    }

    private static Interval interval(double effect, double error, int freedom) {
        double half =
                new TDistribution(freedom).inverseCumulativeProbability(1 - LEVEL / 2) * error;
        return new Interval(effect - half, effect + half);
    }

    /** What it says at the 5 % level. */
    public Verdict verdict() {
        // One of 20 is .05 and not above it, whatever the last digit of a double says.
        if (leastPValue > LEVEL + 1e-12) {
            return Verdict.TOO_FEW;
        }
        if (pValue > LEVEL + 1e-12 || effect == 0) {
            return Verdict.NO_SIGN;
        }
        return effect > 0 ? Verdict.WORKED : Verdict.HARMED;
    }

    /** The effects under other assignments, held against the one seen. */
    private static final class Comparison {
        private final GappedPanel panel;
        private final double[][] products;
        private final double[][][] demeaned;
        private final double[][] squares;
        private final double rounding;
        private final boolean complete;
        private double denominator = Double.NaN;
        private double far;
        private long asFar;
        private long compared;

        Comparison(GappedPanel panel, Histories histories) {
            this.panel = panel;
            int kinds = histories.kinds();
            products = new double[panel.units()][kinds];
            squares = new double[panel.units()][kinds];
            demeaned = new double[kinds][panel.units()][];
            double size = 0;
            for (int i = 0; i < panel.units(); i++) {
                for (int h = 0; h < kinds; h++) {
                    double[] changed = panel.withinUnit(i, histories.history(h));
                    demeaned[h][i] = changed;
                    products[i][h] = panel.withOutcome(i, histories.history(h));
                    squares[i][h] = Arrays.stream(changed).map(x -> x * x).sum();
                    size = Math.max(size, Math.abs(products[i][h]));
                }
            }
            rounding = 1e-10 * Math.max(size, Double.MIN_NORMAL);
            complete = panel.isComplete();
        }

        /** The effect when unit i has the history given[i]; null where nothing could be told. */
        @Nullable Double effect(int[] given) {
            double product = 0;
            for (int i = 0; i < given.length; i++) {
                product += products[i][given[i]];
            }
            double left = left(given);
            return left <= 0 ? null : product / left;
        }

        /** What of having changed is not the same for all: 0 when nothing is left. */
        private double left(int[] given) {
            // In a complete panel it is the same whoever has which history.
            if (complete && !Double.isNaN(denominator)) {
                return denominator;
            }
            double square = 0;
            double[] byPeriod = new double[panel.periods()];
            for (int i = 0; i < given.length; i++) {
                square += squares[i][given[i]];
                double[] changed = demeaned[given[i]][i];
                for (int t = 0; t < byPeriod.length; t++) {
                    byPeriod[t] += changed[t];
                }
            }
            double left = square - panel.sharedByPeriods(byPeriod);
            denominator = left <= 1e-9 * Math.max(square, 1e-300) ? 0 : left;
            return denominator;
        }

        void against(double effect) {
            far = effect;
        }

        void compare(int[] given) {
            compared++;
            @Nullable Double effect = effect(given);
            // An assignment that tells nothing does not speak against chance.
            if (effect == null
                    || Math.abs(effect) >= far - rounding / Math.max(denominator, 1e-9)) {
                asFar++;
            }
        }

        long asFar() {
            return asFar;
        }

        long compared() {
            return compared;
        }
    }
}
