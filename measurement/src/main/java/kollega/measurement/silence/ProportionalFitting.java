package kollega.measurement.silence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The loops over margins behind {@link Raking}; all work in place. */
final class ProportionalFitting {

    private static final double LEAST_WEIGHT = 0.25;
    private static final double MOST_WEIGHT = 4;
    private static final int MOST_ROUNDS = 1000;

    private ProportionalFitting() {}

    /** Fits all margins in place; false if they can't be met together. */
    static boolean rake(List<Margin> margins, double[] weights) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double change = 0;
            for (Margin margin : margins) {
                Map<String, Double> sums = new HashMap<>();
                for (int i = 0; i < weights.length; i++) {
                    sums.merge(margin.kinds().get(i), weights[i], Double::sum);
                }
                sums.replaceAll((kind, sum) -> margin.totals().getOrDefault(kind, sum) / sum);
                for (int i = 0; i < weights.length; i++) {
                    double factor = sums.getOrDefault(margin.kinds().get(i), 1.0);
                    weights[i] *= factor;
                    change = Math.max(change, Math.abs(factor - 1));
                }
            }
            if (change < 1e-8) {
                return true;
            }
        }
        return false;
    }

    /** Whether any weight had to be trimmed; weights within rounding of a bound need not be. */
    static boolean trim(double[] weights, double mean) {
        boolean trimmed = false;
        for (int i = 0; i < weights.length; i++) {
            double kept = Math.clamp(weights[i], LEAST_WEIGHT * mean, MOST_WEIGHT * mean);
            trimmed |= Math.abs(kept - weights[i]) > 1e-6 * mean;
            weights[i] = kept;
        }
        return trimmed;
    }

    /** Takes the mean of each kind off the values, margin by margin until nothing moves. */
    static void sweep(List<Margin> margins, double[] values) {
        double scale = 1e-300;
        for (double value : values) {
            scale = Math.max(scale, Math.abs(value));
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double moved = 0;
            for (Margin margin : margins) {
                moved = Math.max(moved, sweep(margin, values));
            }
            if (moved < 1e-12 * scale) {
                return;
            }
        }
    }

    private static double sweep(Margin margin, double[] values) {
        Map<String, double[]> sums = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            double[] sum = sums.computeIfAbsent(margin.kinds().get(i), kind -> new double[2]);
            sum[0] += values[i];
            sum[1]++;
        }
        double moved = 0;
        for (int i = 0; i < values.length; i++) {
            double[] sum = sums.getOrDefault(margin.kinds().get(i), new double[] {0, 1});
            values[i] -= sum[0] / sum[1];
            moved = Math.max(moved, Math.abs(sum[0] / sum[1]));
        }
        return moved;
    }
}
