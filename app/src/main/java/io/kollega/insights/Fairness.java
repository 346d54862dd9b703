package io.kollega.insights;

import io.kollega.organization.UnitId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kollega.measurement.Outcome;
import kollega.measurement.few.CrossedEffects;
import kollega.measurement.few.NormalPosterior;
import kollega.measurement.few.PairSum;
import kollega.measurement.score.CutPoints;
import kollega.measurement.summary.ScoreHistogram;

/**
 * What each pair's figure would be if every client were as strict as the average one. A rating is
 * taken apart into the company's mean, the client unit's severity, the provider's quality and what
 * is particular to the pair; the fair figure leaves the severity out. Effects that rest on few
 * answers are pulled towards nothing.
 */
public final class Fairness {
    /** More units than this on both sides would take longer than a page may. */
    private static final int MOST_UNITS = 200;

    private static final double INTERVAL = 1.959964;

    private final Map<Pair, Fair> fair;

    private Fairness(Map<Pair, Fair> fair) {
        this.fair = fair;
    }

    /**
     * A fair figure, on the scale of {@link Figure.Published#value}.
     *
     * @param value the company's mean with the provider's and the pair's effect
     * @param client the severity left out: below 0 where this client is stricter than others
     * @param provider how much better the provider is than others
     * @param pair what is particular to the two
     * @param level the company's mean if all were equally strict
     * @param below the probability that the fair figure lies below the company's mean
     */
    public record Fair(
            double value,
            double low,
            double high,
            double client,
            double provider,
            double pair,
            double level,
            double below,
            Figure.Flag flag) {}

    /** The company's mean if all were equally strict; empty where nothing is fair. */
    Optional<Double> level() {
        return fair.values().stream().map(Fair::level).findFirst();
    }

    Optional<Fair> of(Pair pair) {
        return Optional.ofNullable(fair.get(pair));
    }

    /** Of the pairs that are shown: the effects of one client or provider tell of all its pairs. */
    static Fairness of(Measure measure, Map<Pair, ScoreHistogram> pairs) {
        Map<UnitId, Integer> clients = new TreeMap<>();
        Map<UnitId, Integer> providers = new TreeMap<>();
        pairs.keySet()
                .forEach(pair -> {
                    clients.putIfAbsent(pair.client(), clients.size());
                    providers.putIfAbsent(pair.provider(), providers.size());
                });
        if (pairs.isEmpty() || Math.min(clients.size(), providers.size()) > MOST_UNITS) {
            return new Fairness(Map.of());
        }
        List<PairSum> sums =
                pairs.entrySet().stream()
                        .map(pair ->
                                sum(
                                        measure,
                                        clients.getOrDefault(pair.getKey().client(), 0),
                                        providers.getOrDefault(pair.getKey().provider(), 0),
                                        pair.getValue()))
                        .toList();
        return switch (CrossedEffects.fit(sums)) {
            case Outcome.NotEnoughData(_) -> new Fairness(Map.of());
            case Outcome.Estimated(var effects) ->
                    new Fairness(figures(measure, pairs, clients, providers, effects));
        };
    }

    /** One answer's part in a figure: the figure of a pair is the mean of these. */
    private static double coded(Measure measure, int value) {
        return switch (measure.kind()) {
            case NET -> 100 * CutPoints.NPS.sign(value);
            case SHARE -> value >= measure.favourableFrom() ? 1 : 0;
            case MEAN -> value;
        };
    }

    private static Map<Pair, Fair> figures(
            Measure measure,
            Map<Pair, ScoreHistogram> pairs,
            Map<UnitId, Integer> clients,
            Map<UnitId, Integer> providers,
            CrossedEffects effects) {
        List<Pair> order = List.copyOf(pairs.keySet());
        double[] below = new double[order.size()];
        List<NormalPosterior> posteriors = new ArrayList<>();
        List<double[]> parts = new ArrayList<>();
        for (int i = 0; i < below.length; i++) {
            Pair pair = order.get(i);
            ScoreHistogram values = pairs.getOrDefault(pair, ScoreHistogram.EMPTY);
            NormalPosterior client = effects.raters().get(clients.getOrDefault(pair.client(), 0));
            NormalPosterior provider =
                    effects.providers().get(providers.getOrDefault(pair.provider(), 0));
            double ofPairs = effects.pairVariance().orElse(0);
            double own =
                    ofPairs == 0
                            ? 0
                            : ofPairs / (ofPairs + effects.residualVariance() / values.n());
            double rest =
                    own
                            * (mean(measure, values)
                                    - effects.mean()
                                    - client.mean()
                                    - provider.mean());
            double variance =
                    (1 - own) * (1 - own) * provider.variance()
                            + own * own * client.variance()
                            + ofPairs * (1 - own);
            NormalPosterior posterior =
                    new NormalPosterior(effects.mean() + provider.mean() + rest, variance);
            posteriors.add(posterior);
            parts.add(new double[] {client.mean(), provider.mean(), rest});
            below[i] = posterior.probabilityBelow(effects.mean());
        }
        Set<Integer> under = Standings.flagged(below, false);
        Set<Integer> over = Standings.flagged(below, true);
        Map<Pair, Fair> fair = new HashMap<>();
        for (int i = 0; i < below.length; i++) {
            double margin = INTERVAL * Math.sqrt(posteriors.get(i).variance());
            double value = posteriors.get(i).mean();
            double[] part = parts.get(i);
            fair.put(
                    order.get(i),
                    new Fair(
                            clamp(measure, value),
                            clamp(measure, value - margin),
                            clamp(measure, value + margin),
                            part[0],
                            part[1],
                            part[2],
                            clamp(measure, effects.mean()),
                            below[i],
                            under.contains(i)
                                    ? Figure.Flag.BELOW
                                    : over.contains(i) ? Figure.Flag.ABOVE : Figure.Flag.NONE));
        }
        return fair;
    }

    private static PairSum sum(Measure measure, int client, int provider, ScoreHistogram values) {
        double mean = mean(measure, values);
        double squares = 0;
        for (int value = 0; value < ScoreHistogram.ANSWERS; value++) {
            double distance = coded(measure, value) - mean;
            squares += distance * distance * values.count(value);
        }
        return new PairSum(client, provider, values.n(), mean, squares);
    }

    private static double mean(Measure measure, ScoreHistogram values) {
        double sum = 0;
        for (int value = 0; value < ScoreHistogram.ANSWERS; value++) {
            sum += coded(measure, value) * values.count(value);
        }
        return sum / values.n();
    }

    private static double clamp(Measure measure, double value) {
        return switch (measure.kind()) {
            case NET -> Math.clamp(value, -100, 100);
            case SHARE -> Math.clamp(value, 0, 1);
            case MEAN -> Math.clamp(value, measure.lowest(), measure.highest());
        };
    }
}
