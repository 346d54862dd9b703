package io.kollega.insights;

import kollega.measurement.Interval;
import kollega.measurement.Outcome;
import kollega.measurement.change.Attainment;
import kollega.measurement.few.Rate;
import kollega.measurement.score.DetectableChange;
import kollega.measurement.score.MeanScore;
import kollega.measurement.score.NetScore;
import kollega.measurement.summary.ScoreHistogram;

/**
 * The figure of a tally before anybody has judged whether it may be shown.
 *
 * @param value on the scale of {@link Figure.Published#value}
 * @param detectable on the same scale
 */
record Estimate(double value, double low, double high, double detectable) {
    private static final double CONFIDENCE = 0.95;
    private static final double ALPHA = 0.05;
    private static final double POWER = 0.80;
    private static final double POINTS = 100;

    static Estimate of(Measure measure, ScoreHistogram values) {
        return switch (measure.kind()) {
            case NET -> net(NetScore.ofHistogram(values.counts()));
            case SHARE -> share(rate(measure, values));
            case MEAN -> mean(measure, values);
        };
    }

    /** The favourable ones among the values of a share. */
    static Rate rate(Measure measure, ScoreHistogram values) {
        long favourable = 0;
        for (int value = measure.favourableFrom(); value <= measure.highest(); value++) {
            favourable += values.count(value);
        }
        return new Rate(favourable, values.n());
    }

    private static Estimate net(NetScore score) {
        var interval = score.interval();
        return new Estimate(
                score.points(),
                POINTS * interval.low(),
                POINTS * interval.high(),
                POINTS * detectable(score.variance(), score.n()));
    }

    private static Estimate share(Rate rate) {
        Attainment kept = new Attainment(rate.successes(), rate.trials() - rate.successes(), 0);
        double share = (double) rate.successes() / rate.trials();
        return switch (kept.interval(CONFIDENCE)) {
            case Outcome.Estimated(var interval) ->
                    new Estimate(
                            share,
                            interval.low(),
                            interval.high(),
                            detectable(share * (1 - share), rate.trials()));
            case Outcome.NotEnoughData(var reason) -> throw new IllegalStateException(reason);
        };
    }

    private static Estimate mean(Measure measure, ScoreHistogram values) {
        double n = values.n();
        double sum = 0;
        double squares = 0;
        for (int value = measure.lowest(); value <= measure.highest(); value++) {
            sum += (double) value * values.count(value);
            squares += (double) value * value * values.count(value);
        }
        double mean = sum / n;
        // At least as if one answer in as many more differed by a step: equal is not certain.
        double variance = Math.max((squares - n * mean * mean) / Math.max(1, n - 1), 1 / (n + 1));
        Interval scale = new Interval(measure.lowest(), measure.highest());
        Interval interval =
                new MeanScore(Math.max(2, (long) n), mean, variance, scale).interval(CONFIDENCE);
        return new Estimate(mean, interval.low(), interval.high(), detectable(variance, (long) n));
    }

    /** Where all answers are equal, as if one in as many more had been different. */
    private static double detectable(double variance, long n) {
        return new DetectableChange(Math.max(variance, 1.0 / (n + 1)), ALPHA, POWER).with(n);
    }
}
