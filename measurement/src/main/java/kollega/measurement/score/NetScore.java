package kollega.measurement.score;

import kollega.measurement.Argument;
import kollega.measurement.Interval;

/**
 * A net score: the share of promoters less the share of detractors among n answers. With the cut
 * points 0-6, 7-8, 9-10 it is the Net Promoter Score (Reichheld 2003, "The one number you need to
 * grow", Harvard Business Review). Adding two net scores gives that of the union.
 *
 * <p>Do not read a growth forecast into it, and do not compare scores with different cut points.
 *
 * @param cutPoints how answers were sorted into the three groups
 * @param promoters count, at least 0
 * @param passives count, at least 0
 * @param detractors count, at least 0; at least one answer in all
 */
public record NetScore(CutPoints cutPoints, long promoters, long passives, long detractors) {

    public NetScore {
        Argument.atLeast("promoters", 0, promoters);
        Argument.atLeast("passives", 0, passives);
        Argument.atLeast("detractors", 0, detractors);
        long n =
                Argument.sum(
                        "number of answers",
                        Argument.sum("number of answers", promoters, passives),
                        detractors);
        Argument.atLeast("number of answers", 1, n);
    }

    /** The NPS of three counts. */
    public static NetScore of(long promoters, long passives, long detractors) {
        return new NetScore(CutPoints.NPS, promoters, passives, detractors);
    }

    /** The NPS of a histogram: {@code histogram[a]} people answered a, for a from 0 to 10. */
    public static NetScore ofHistogram(long[] histogram) {
        return ofHistogram(CutPoints.NPS, histogram);
    }

    /**
     * The net score of a histogram.
     *
     * @param histogram one count for each answer of the scale, from the lowest to the highest
     */
    public static NetScore ofHistogram(CutPoints cutPoints, long[] histogram) {
        Argument.within(
                "histogram.length", cutPoints.answers(), cutPoints.answers(), histogram.length);
        long[] bySign = new long[3];
        for (int i = 0; i < histogram.length; i++) {
            long count = Argument.atLeast("histogram[" + i + "]", 0, histogram[i]);
            int sign = cutPoints.sign(cutPoints.scaleLow() + i);
            bySign[sign + 1] = Argument.sum("number of answers", bySign[sign + 1], count);
        }
        return new NetScore(cutPoints, bySign[2], bySign[1], bySign[0]);
    }

    /** The number of answers, at least 1. */
    public long n() {
        return promoters + passives + detractors;
    }

    /** The score as a difference of shares, from -1 to 1. */
    public double score() {
        return (double) (promoters - detractors) / n();
    }

    /** The score in points, from -100 to 100, as it is displayed. */
    public double points() {
        return 100 * score();
    }

    /**
     * The variance of one answer coded 1, 0, -1: p + d - (p - d)^2, from 0 to 1. The score's own
     * variance is this divided by n.
     */
    public double variance() {
        double n = n();
        double p = promoters / n;
        double d = detractors / n;
        return p * (1 - p) + d * (1 - d) + 2 * p * d;
    }

    /** The 95 % score interval of Tango for {@link #score()}, within [-1, 1]. */
    public Interval interval() {
        return TangoInterval.of(this);
    }

    /**
     * The score interval of Tango for {@link #score()}, within [-1, 1].
     *
     * @param confidence for example 0.95
     */
    public Interval interval(double confidence) {
        return TangoInterval.of(this, confidence);
    }

    /** The score of these answers and the other's together; refused if the cut points differ. */
    public NetScore plus(NetScore other) {
        Argument.require(
                cutPoints.equals(other.cutPoints),
                "other.cutPoints",
                other.cutPoints,
                "the same, " + cutPoints);
        return new NetScore(
                cutPoints,
                Argument.sum("promoters", promoters, other.promoters),
                Argument.sum("passives", passives, other.passives),
                Argument.sum("detractors", detractors, other.detractors));
    }
}
