package io.kollega.insights;

import kollega.measurement.disclosure.PublishedScore;
import kollega.measurement.score.NetScore;
import kollega.measurement.summary.ScoreHistogram;

/**
 * A figure as finely as it may be told: a number that nearly everybody shares would say what each
 * of them said, so a band stands for it. For net scores the bands and the rounding are those of
 * {@link PublishedScore}; shares and means have bands of their own. Where the clock is asked and
 * not people, only figures of few answers have one.
 */
record Told(double value, double low, double high, Figure.Precision precision) {
    /** A share that nearly all agree on is told as this, or as one less this. */
    static final double NEARLY_ALL = 0.9;

    private static final double HALF_A_STEP = 0.5;
    private static final long FEW = PublishedScore.ROUNDED_TO_FIVE_BELOW;
    private static final long VERY_FEW = 10;

    static Told of(Measure measure, ScoreHistogram values) {
        Estimate estimate = Estimate.of(measure, values);
        Told exact =
                new Told(estimate.value(), estimate.low(), estimate.high(), Figure.Precision.USUAL);
        return switch (measure.kind()) {
            case NET -> net(NetScore.ofHistogram(values.counts()));
            case SHARE -> share(measure, values, exact);
            case MEAN -> mean(measure, values, exact);
        };
    }

    private static Told net(NetScore score) {
        Figure.Precision rounded =
                score.n() < FEW ? Figure.Precision.COARSE : Figure.Precision.USUAL;
        return switch (PublishedScore.of(score)) {
            case PublishedScore.Rounded(int points, int low, int high) ->
                    new Told(points, Math.max(-100, low), Math.min(100, high), rounded);
            case PublishedScore.Band(int low, int high) -> band(low, high, -100, 100);
        };
    }

    private static Told share(Measure measure, ScoreHistogram values, Told exact) {
        long favourable = Estimate.rate(measure, values).successes();
        if (!alike(measure, Math.max(favourable, values.n() - favourable), values.n())) {
            return exact;
        }
        return 2 * favourable > values.n()
                ? band(NEARLY_ALL, 1, 0, 1)
                : band(0, 1 - NEARLY_ALL, 0, 1);
    }

    private static Told mean(Measure measure, ScoreHistogram values, Told exact) {
        int usual = measure.lowest();
        for (int value = measure.lowest(); value <= measure.highest(); value++) {
            usual = values.count(value) > values.count(usual) ? value : usual;
        }
        return alike(measure, values.count(usual), values.n())
                ? band(
                        Math.max(measure.lowest(), usual - HALF_A_STEP),
                        Math.min(measure.highest(), usual + HALF_A_STEP),
                        measure.lowest(),
                        measure.highest())
                : exact;
    }

    /** Whether so many of all in one group would tell what each of them said. */
    private static boolean alike(Measure measure, long most, long n) {
        if (!measure.rated() && n >= FEW) {
            return false;
        }
        return most == n || n <= VERY_FEW && most >= NEARLY_ALL * n;
    }

    private static Told band(double low, double high, double lowest, double highest) {
        if (high >= highest) {
            return new Told(low, low, high, Figure.Precision.AT_LEAST);
        }
        return low <= lowest
                ? new Told(high, low, high, Figure.Precision.AT_MOST)
                : new Told((low + high) / 2, low, high, Figure.Precision.BETWEEN);
    }
}
