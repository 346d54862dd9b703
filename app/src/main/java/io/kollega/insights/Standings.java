package io.kollega.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kollega.measurement.Outcome;
import kollega.measurement.few.BetaPosterior;
import kollega.measurement.few.FlagSet;
import kollega.measurement.few.NetScorePrior;
import kollega.measurement.few.Rate;
import kollega.measurement.few.RatePrior;
import kollega.measurement.score.DirichletPosterior;
import kollega.measurement.score.NetScore;
import kollega.measurement.score.Posterior;
import kollega.measurement.summary.ScoreHistogram;

/**
 * Compares the figures of one screen with the company's: each is pulled towards what the others are
 * like (empirical Bayes), and flagged where it differs with at least nine chances in ten. The set
 * by the mean of the chances alone would also flag weak ones in the shadow of strong ones, and the
 * sentence beside the figure would not bear the flag out.
 */
final class Standings {
    private static final double POINTS = 100;
    private static final double SURE = 1 - FlagSet.USUAL;

    private Standings() {}

    /**
     * The comparison of each tally, in the order given; none for means, which have no common shape.
     *
     * @param shown only what is shown: each comparison tells of all the others
     * @param company the company's figure
     */
    static List<Figure.Comparison> of(Measure measure, List<ScoreHistogram> shown, double company) {
        List<? extends Posterior> posteriors =
                switch (measure.kind()) {
                    case NET -> net(shown);
                    case SHARE -> shares(measure, shown);
                    case MEAN -> List.of();
                };
        double scale = measure.kind() == Measure.Kind.NET ? POINTS : 1;
        double[] below = new double[posteriors.size()];
        for (int i = 0; i < below.length; i++) {
            below[i] = posteriors.get(i).probabilityBelow(company / scale);
        }
        Set<Integer> under = flagged(below, false);
        Set<Integer> over = flagged(below, true);
        List<Figure.Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < below.length; i++) {
            comparisons.add(
                    new Figure.Comparison(
                            company,
                            scale * posteriors.get(i).mean(),
                            below[i],
                            under.contains(i)
                                    ? Figure.Flag.BELOW
                                    : over.contains(i) ? Figure.Flag.ABOVE : Figure.Flag.NONE));
        }
        return comparisons;
    }

    /** The positions of those flagged, as below the company or as above it. */
    static Set<Integer> flagged(double[] below, boolean above) {
        Set<Integer> flagged = new TreeSet<>();
        for (int place = 0; place < below.length; place++) {
            if ((above ? 1 - below[place] : below[place]) >= SURE) {
                flagged.add(place);
            }
        }
        return flagged;
    }

    private static List<DirichletPosterior> net(List<ScoreHistogram> tallies) {
        List<NetScore> scores =
                tallies.stream().map(tally -> NetScore.ofHistogram(tally.counts())).toList();
        return switch (NetScorePrior.fit(scores)) {
            case Outcome.Estimated(var prior) -> scores.stream().map(prior::posterior).toList();
            case Outcome.NotEnoughData(_) -> scores.stream().map(DirichletPosterior::of).toList();
        };
    }

    private static List<BetaPosterior> shares(Measure measure, List<ScoreHistogram> tallies) {
        List<Rate> rates = tallies.stream().map(tally -> Estimate.rate(measure, tally)).toList();
        return switch (RatePrior.fit(rates)) {
            case Outcome.Estimated(var prior) -> rates.stream().map(prior::posterior).toList();
            case Outcome.NotEnoughData(_) ->
                    rates.stream()
                            .map(rate ->
                                    new BetaPosterior(
                                            rate.successes() + 0.5,
                                            rate.trials() - rate.successes() + 0.5))
                            .toList();
        };
    }
}
