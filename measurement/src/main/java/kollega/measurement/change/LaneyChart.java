package kollega.measurement.change;

import java.util.ArrayList;
import java.util.List;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;

/**
 * A chart of shares over time whose limits know that large periods vary more than chance alone
 * would let them (p' chart): mean +- 3 sqrt(mean (1 - mean) / n) sigma_z.
 *
 * <p>Source: D. B. Laney (2002), Improved control charts for attributes, Quality Engineering 14,
 * 531-537.
 *
 * @param mean share over all periods, between 0 and 1
 * @param sigmaZ mean |z_t - z_(t-1)| / 1.128: 1 when only chance is at work, above 1 when the
 *     limits of a plain p chart would give false alarms
 * @param points one a period
 */
public record LaneyChart(double mean, double sigmaZ, List<Point> points) {

    /**
     * One period.
     *
     * @param share of the period
     * @param plainLow lower limit of a plain p chart
     * @param plainHigh upper limit of a plain p chart
     * @param low lower limit, at least 0
     * @param high upper limit, at most 1
     */
    public record Point(double share, double plainLow, double plainHigh, double low, double high) {

        /** Whether something other than usual variation is likely. */
        public boolean signals() {
            return share < low || share > high;
        }
    }

    public LaneyChart {
        points = List.copyOf(points);
    }

    /**
     * The chart of a series.
     *
     * @param counts of what is charted, one a period, none above its total
     * @param totals of each period, at least 1: leave out periods in which nothing happened
     * @return no data with fewer than 2 periods, or when all or none were counted
     */
    public static Outcome<LaneyChart> of(long[] counts, long[] totals) {
        int periods = counts.length;
        Argument.require(
                totals.length == periods, "totals.length", totals.length, "exactly " + periods);
        double counted = 0;
        double total = 0;
        for (int t = 0; t < periods; t++) {
            Argument.atLeast("totals[" + t + "]", 1, totals[t]);
            Argument.require(
                    counts[t] >= 0 && counts[t] <= totals[t],
                    "counts[" + t + "]",
                    counts[t],
                    "from 0 to " + totals[t] + ", its total");
            counted += counts[t];
            total += totals[t];
        }
        if (periods < 2 || counted == 0 || counted == total) {
            return Outcome.notEnoughData(
                    "%.0f of %.0f in %d periods: a chart needs at least 2 periods and a share between 0 and 1"
                            .formatted(counted, total, periods));
        }
        return Outcome.estimated(chart(counts, totals, counted / total));
    }

    private static LaneyChart chart(long[] counts, long[] totals, double mean) {
        double moves = 0;
        double last = 0;
        for (int t = 0; t < counts.length; t++) {
            double z = ((double) counts[t] / totals[t] - mean) / sigma(mean, totals[t]);
            moves += t == 0 ? 0 : Math.abs(z - last);
            last = z;
        }
        double sigmaZ = moves / (counts.length - 1) / 1.128;
        var points = new ArrayList<Point>();
        for (int t = 0; t < counts.length; t++) {
            double plain = 3 * sigma(mean, totals[t]);
            double wide = plain * sigmaZ;
            points.add(
                    new Point(
                            (double) counts[t] / totals[t],
                            Math.max(0, mean - plain),
                            Math.min(1, mean + plain),
                            Math.max(0, mean - wide),
                            Math.min(1, mean + wide)));
        }
        return new LaneyChart(mean, sigmaZ, points);
    }

    private static double sigma(double mean, long total) {
        return Math.sqrt(mean * (1 - mean) / total);
    }
}
