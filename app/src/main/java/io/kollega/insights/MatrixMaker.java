package io.kollega.insights;

import io.kollega.organization.UnitId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import kollega.measurement.disclosure.Reason;
import kollega.measurement.summary.ScoreHistogram;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * Makes the matrix of one measure and period of what was taken in: estimates, comparisons, totals.
 * Totals also hold what was taken in of several pairs together.
 */
final class MatrixMaker {
    private static final Comparator<Pair> ORDER =
            Comparator.comparing(Pair::client).thenComparing(Pair::provider);

    private final Measure measure;
    private final Period period;
    private final Summary summary;

    MatrixMaker(Measure measure, Period period, Summary summary) {
        this.measure = measure;
        this.period = period;
        this.summary = summary;
    }

    UnitMatrix make() {
        Map<Pair, @Nullable Part> cells = new LinkedHashMap<>();
        TreeSet<Pair> pairs = new TreeSet<>(ORDER);
        pairs.addAll(summary.parts().keySet());
        pairs.addAll(summary.waiting().keySet());
        pairs.stream().filter(Pair::isOne).forEach(pair -> cells.put(pair, part(pair)));
        Part company = summary.parts().isEmpty() ? null : Part.sum(summary.parts().values());
        // What a model of all cells says of one tells of the others: it may know only what is
        // shown.
        Map<Pair, ScoreHistogram> shown = new LinkedHashMap<>();
        cells.forEach((pair, part) -> {
            if (isShown(part)) {
                shown.put(pair, part.tally().values());
            }
        });
        return new UnitMatrix(
                measure,
                period,
                cells(cells, company),
                figures(totals(cells, Pair::client), company),
                figures(totals(cells, Pair::provider), company),
                figure(company, null),
                SingletonSupplier.of(() -> Fairness.of(measure, shown)));
    }

    private @Nullable Part part(Pair pair) {
        return summary.parts().get(pair);
    }

    /** Of every unit on one side of a pair, all that was taken in of it. */
    private Map<UnitId, @Nullable Part> totals(
            Map<Pair, @Nullable Part> cells, Function<Pair, UnitId> side) {
        Map<UnitId, List<Part>> parts = new HashMap<>();
        summary.parts()
                .forEach((pair, part) ->
                        parts.computeIfAbsent(side.apply(pair), _ -> new ArrayList<>()).add(part));
        Map<UnitId, @Nullable Part> totals = new TreeMap<>();
        cells.keySet().forEach(pair -> totals.put(side.apply(pair), null));
        parts.forEach((unit, some) -> {
            if (!Pair.standsForSeveral(unit)) {
                totals.put(unit, Part.sum(some));
            }
        });
        return totals;
    }

    private Map<Pair, UnitMatrix.Cell> cells(
            Map<Pair, @Nullable Part> parts, @Nullable Part company) {
        Map<Pair, UnitMatrix.Cell> cells = new LinkedHashMap<>();
        figures(parts, company)
                .forEach((pair, figure) -> {
                    Part part = part(pair);
                    cells.put(
                            pair,
                            new UnitMatrix.Cell(
                                    pair.client(),
                                    pair.provider(),
                                    part == null ? new Figure.Withheld(why(pair)) : figure,
                                    part == null ? null : part.from(),
                                    part == null ? null : part.to()));
                });
        return cells;
    }

    /** Why nothing of a pair was taken in: too few people, or one who gave too much. */
    private Reason why(Pair pair) {
        return summary.waiting().getOrDefault(pair, false)
                ? new Reason.Dominated(Publications.RULE.largestShare())
                : Publications.fewPeople();
    }

    private <K> Map<K, Figure> figures(Map<K, @Nullable Part> parts, @Nullable Part company) {
        List<Part> shown = new ArrayList<>();
        parts.values()
                .forEach(part -> {
                    if (isShown(part)) {
                        shown.add(part);
                    }
                });
        Iterator<Figure.@Nullable Comparison> comparisons = comparisons(shown, company).iterator();
        Map<K, Figure> figures = new LinkedHashMap<>();
        parts.forEach((subject, part) ->
                figures.put(
                        subject,
                        isShown(part)
                                ? figure(measure, part, comparisons.next())
                                : figure(part, null)));
        return figures;
    }

    /** Of each part, in the order given; none for means, and none if the company is withheld. */
    private List<Figure.@Nullable Comparison> comparisons(
            List<Part> shown, @Nullable Part company) {
        List<Figure.@Nullable Comparison> comparisons = new ArrayList<>();
        if (company != null
                && company.tally().makesFigure()
                && measure.kind() != Measure.Kind.MEAN) {
            comparisons.addAll(
                    Standings.of(
                            measure,
                            shown.stream().map(part -> part.tally().values()).toList(),
                            Estimate.of(measure, company.tally().values()).value()));
        } else {
            shown.forEach(_ -> comparisons.add(null));
        }
        return comparisons;
    }

    private static boolean isShown(@Nullable Part part) {
        return part != null && part.tally().makesFigure();
    }

    private Figure figure(@Nullable Part part, Figure.@Nullable Comparison comparison) {
        return part == null
                ? new Figure.Withheld(Publications.fewPeople())
                : figure(measure, part, comparison);
    }

    static Figure figure(Measure measure, Part part, Figure.@Nullable Comparison comparison) {
        Tally tally = part.tally();
        if (!tally.makesFigure()) {
            return new Figure.Withheld(Publications.fewPeople());
        }
        Told told = Told.of(measure, tally.values());
        return new Figure.Published(
                told.value(),
                told.low(),
                told.high(),
                told.precision(),
                tally.n(),
                tally.people().count(),
                Estimate.of(measure, tally.values()).detectable(),
                part.moved(),
                comparison);
    }
}
