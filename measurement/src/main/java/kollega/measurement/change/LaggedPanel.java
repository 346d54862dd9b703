package kollega.measurement.change;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;

/**
 * Does a unit whose internal service improves please external clients more a wave later? Y_it = a_i
 * + g_t + b X_i,t-1 + e: b is the slope within units, after what is lasting about a unit and what
 * happened to all alike.
 *
 * <p>The slope between units is given beside it because it may even have another sign: units differ
 * in more than their service, and a correlation of averages is no correlation of people. Never show
 * it as an effect. Sources: Y. Mundlak (1978), On the pooling of time series and cross section
 * data, Econometrica 46, 69-85; W. S. Robinson (1950), Ecological correlations and the behavior of
 * individuals, American Sociological Review 15, 351-357.
 *
 * @param units number of units
 * @param waves number of waves
 * @param within b, clustered by unit
 * @param beyondPrevious b beside the outcome's own previous value, clustered by unit; in few waves
 *     drawn towards nothing
 * @param between slope of the units' means of Y on those of X
 * @param reverse slope within units of X on the previous Y: where it is as large, the order of
 *     cause and effect is open
 * @param pValue two-sided, of b, by shuffling the histories of X between units
 */
public record LaggedPanel(
        int units,
        int waves,
        Slope within,
        Slope beyondPrevious,
        Slope between,
        Slope reverse,
        double pValue) {

    /** With fewer units only descriptive figures are honest. */
    public static final int LEAST_UNITS = 15;

    /** With fewer waves only descriptive figures are honest. */
    public static final int LEAST_WAVES = 4;

    private static final int SHUFFLES = 10_000;

    /**
     * The panel of units that have every wave.
     *
     * @param x [unit][wave], what is thought to come first, such as internal service
     * @param y [unit][wave], what is thought to follow, such as the external net score
     * @param seed of the shuffles
     * @return no data with fewer than 15 units or 4 waves, or when nothing moves within units
     */
    public static Outcome<LaggedPanel> of(double[][] x, double[][] y, long seed) {
        Argument.require(y.length == x.length, "y.length", y.length, "exactly " + x.length);
        int waves = x.length == 0 ? 0 : x[0].length;
        if (x.length < LEAST_UNITS || waves < LEAST_WAVES) {
            return Outcome.notEnoughData(
                    "there are %d units with %d waves, at least %d units and %d waves are needed: with fewer only describe"
                            .formatted(x.length, waves, LEAST_UNITS, LEAST_WAVES));
        }
        double[][] first = Panel.of("x", waves, x);
        double[][] second = Panel.of("y", waves, y);
        double[][] earlierX = waves(first, 0, waves - 1);
        double[][] earlierY = waves(second, 0, waves - 1);
        double[][] laterY = waves(second, 1, waves);
        return switch (TwoWayEffects.slopes(laterY, earlierX)) {
            case Outcome.NotEnoughData<List<Slope>>(String reason) -> Outcome.notEnoughData(reason);
            case Outcome.Estimated<List<Slope>>(List<Slope> within) ->
                    join(
                            TwoWayEffects.slopes(laterY, earlierX, earlierY),
                            TwoWayEffects.slopes(waves(first, 1, waves), earlierY),
                            between(first, second),
                            (beyond, reverse, between) ->
                                    new LaggedPanel(
                                            x.length,
                                            waves,
                                            within.getFirst(),
                                            beyond.getFirst(),
                                            between,
                                            reverse.getFirst(),
                                            shuffled(earlierX, laterY, seed)));
        };
    }

    private interface Joined {
        LaggedPanel of(List<Slope> beyond, List<Slope> reverse, Slope between);
    }

    /** What is to be said of all three, or why one of them is lacking. */
    private static Outcome<LaggedPanel> join(
            Outcome<List<Slope>> beyond,
            Outcome<List<Slope>> reverse,
            Outcome<Slope> between,
            Joined joined) {
        if (beyond instanceof Outcome.Estimated<List<Slope>>(List<Slope> a)
                && reverse instanceof Outcome.Estimated<List<Slope>>(List<Slope> b)
                && between instanceof Outcome.Estimated<Slope>(Slope c)) {
            return Outcome.estimated(joined.of(a, b, c));
        }
        return Outcome.notEnoughData(
                "the outcome does not move within units beside the predictor, or all units have the same mean of it");
    }

    private static Outcome<Slope> between(double[][] x, double[][] y) {
        double[] meansOfX = means(x);
        double[] meansOfY = means(y);
        int n = meansOfX.length;
        double meanX = Arrays.stream(meansOfX).average().orElseThrow();
        double meanY = Arrays.stream(meansOfY).average().orElseThrow();
        double xx = 0;
        double xy = 0;
        double raw = 0;
        for (int i = 0; i < n; i++) {
            xx += Math.pow(meansOfX[i] - meanX, 2);
            xy += (meansOfX[i] - meanX) * (meansOfY[i] - meanY);
            raw += meansOfX[i] * meansOfX[i];
        }
        if (xx <= 1e-24 * raw || xx == 0) {
            return Outcome.notEnoughData("all units have the same mean of the predictor");
        }
        double b = xy / xx;
        double rest = 0;
        for (int i = 0; i < n; i++) {
            rest += Math.pow(meansOfY[i] - meanY - b * (meansOfX[i] - meanX), 2);
        }
        return Outcome.estimated(new Slope(b, Math.sqrt(rest / (n - 2) / xx)));
    }

    /**
     * How often a unit's Y goes with another unit's X as much as with its own. Shuffling units does
     * not change the means of waves, so what is left of X moves with its unit.
     */
    private static double shuffled(double[][] x, double[][] y, long seed) {
        double[][] left = TwoWayEffects.residuals(x);
        double[][] of = TwoWayEffects.residuals(y);
        int units = x.length;
        var products = new double[units][units];
        double scale = 0;
        double own = 0;
        for (int i = 0; i < units; i++) {
            for (int j = 0; j < units; j++) {
                for (int t = 0; t < left[j].length; t++) {
                    products[i][j] += left[j][t] * of[i][t];
                }
                scale = Math.max(scale, Math.abs(products[i][j]));
            }
            own += products[i][i];
        }
        var random = new SplittableRandom(seed);
        int[] partner = new int[units];
        Arrays.setAll(partner, i -> i);
        int asFar = 1;
        for (int run = 0; run < SHUFFLES; run++) {
            double sum = 0;
            for (int i = 0; i < units; i++) {
                int other = random.nextInt(i, units);
                int drawn = partner[other];
                partner[other] = partner[i];
                partner[i] = drawn;
                sum += products[i][drawn];
            }
            asFar += Math.abs(sum) >= Math.abs(own) - 1e-12 * scale * units ? 1 : 0;
        }
        return asFar / (SHUFFLES + 1.0);
    }

    private static double[] means(double[][] values) {
        return Arrays.stream(values)
                .mapToDouble(unit -> Arrays.stream(unit).average().orElseThrow())
                .toArray();
    }

    private static double[][] waves(double[][] values, int from, int to) {
        return Arrays.stream(values)
                .map(unit -> Arrays.copyOfRange(unit, from, to))
                .toArray(double[][]::new);
    }
}
