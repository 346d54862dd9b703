package io.kollega.insights;

import io.kollega.organization.UnitId;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kollega.measurement.disclosure.PrivacyLevel;
import kollega.measurement.disclosure.PrivacyThreshold;
import kollega.measurement.disclosure.Reason;
import kollega.measurement.disclosure.Verdict;
import kollega.measurement.summary.ScoreHistogram;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/** Makes the matrix of one measure and period: estimates, comparisons, and what may be shown. */
final class MatrixMaker {
    static final PrivacyThreshold RULE = PrivacyLevel.SCORE.threshold();

    private static final Verdict HIDDEN =
            Verdict.withheld(new Reason.CouldBeWorkedOut(RULE.raters()));

    private final History history;
    private final Period period;
    private final @Nullable UnitMatrix whole;
    private final Map<Pair, Cover> covers = new LinkedHashMap<>();

    /**
     * @param whole the matrix of all that is recorded; null if this is it. What is withheld there
     *     is withheld in every period, because the periods of a cell add up to it
     */
    MatrixMaker(History history, Period period, @Nullable UnitMatrix whole) {
        this.history = history;
        this.period = period;
        this.whole = whole;
        Map<Pair, NavigableMap<YearMonth, Tally>> pairs = history.pairs();
        pairs.keySet().stream()
                .sorted(java.util.Comparator.comparing(Pair::client).thenComparing(Pair::provider))
                .forEach(pair -> {
                    Cover cover = Cover.of(pairs.getOrDefault(pair, new TreeMap<>()), period, RULE);
                    if (cover.shown().n() + cover.hidden().n() > 0) {
                        covers.put(pair, cover);
                    }
                });
    }

    UnitMatrix make() {
        Judge judge = Judge.of(covers);
        Map<Pair, Verdict> verdicts = new HashMap<>();
        covers.forEach((pair, cover) -> verdicts.put(pair, verdict(pair, cover, judge)));
        Set<Pair> shown =
                covers.keySet().stream()
                        .filter(pair -> verdicts.getOrDefault(pair, HIDDEN).isShown())
                        .collect(Collectors.toSet());
        Line company = line(_ -> true, judge.company(), shown);
        Map<Pair, Line> cells = new LinkedHashMap<>();
        covers.forEach((pair, cover) ->
                cells.put(
                        pair,
                        new Line(
                                cover.shown(),
                                verdicts.getOrDefault(pair, HIDDEN),
                                cover.whole())));
        // What a model of all cells says of one tells of the others: it may know only what is
        // shown.
        Map<Pair, ScoreHistogram> tallies = new LinkedHashMap<>();
        cells.forEach((pair, cell) -> {
            if (cell.isShown()) {
                tallies.put(pair, cell.tally.values());
            }
        });
        return new UnitMatrix(
                history.measure(),
                period,
                cells(figures(cells, company)),
                figures(lines(Pair::client, judge::client, shown), company),
                figures(lines(Pair::provider, judge::provider, shown), company),
                figure(company, null),
                SingletonSupplier.of(() -> Fairness.of(history.measure(), tallies)));
    }

    /** A cell, or the total of a row, a column or everything. */
    private record Line(Tally tally, Verdict verdict, boolean whole) {
        boolean isShown() {
            return verdict.isShown() && tally.n() > 0;
        }
    }

    private Map<UnitId, Line> lines(
            Function<Pair, UnitId> unit, Function<UnitId, Verdict> judged, Set<Pair> shown) {
        Map<UnitId, Line> lines = new TreeMap<>();
        for (Pair pair : covers.keySet()) {
            UnitId id = unit.apply(pair);
            if (!lines.containsKey(id)) {
                lines.put(id, line(other -> unit.apply(other).equals(id), judged.apply(id), shown));
            }
        }
        return lines;
    }

    /** A total; where it would tell of hidden cells, the sum of those that are shown. */
    private Line line(Predicate<Pair> wanted, Verdict judged, Set<Pair> shown) {
        Cover cover = Cover.of(history.monthsOf(wanted), period, RULE);
        Verdict alone = RULE.judge(cover.shown().contribution());
        if (alone.isShown() && judged.isShown() && cover.whole()) {
            return new Line(cover.shown(), Verdict.SHOWN, true);
        }
        Tally sum =
                Tally.sum(
                        covers.entrySet().stream()
                                .filter(cell -> wanted.test(cell.getKey()))
                                .filter(cell -> shown.contains(cell.getKey()))
                                .map(cell -> cell.getValue().shown())
                                .toList());
        if (sum.n() > 0) {
            return new Line(sum, Verdict.SHOWN, false);
        }
        return new Line(cover.shown(), alone.isShown() ? HIDDEN : alone, false);
    }

    private Verdict verdict(Pair pair, Cover cover, Judge judge) {
        if (whole != null
                && whole.cell(pair.client(), pair.provider())
                                .map(UnitMatrix.Cell::figure)
                                .orElse(null)
                        instanceof Figure.Withheld(Reason reason)) {
            return Verdict.withheld(reason);
        }
        if (cover.whole()) {
            return judge.cell(pair);
        }
        return cover.shown().n() == 0
                ? Verdict.withheld(new Reason.TooFewRaters(RULE.raters()))
                : RULE.judge(cover.shown().contribution());
    }

    private <K> Map<K, Figure> figures(Map<K, Line> lines, Line company) {
        List<Line> shown = lines.values().stream().filter(Line::isShown).toList();
        Iterator<Figure.@Nullable Comparison> comparisons = comparisons(shown, company).iterator();
        Map<K, Figure> figures = new LinkedHashMap<>();
        lines.forEach((subject, line) ->
                figures.put(subject, figure(line, line.isShown() ? comparisons.next() : null)));
        return figures;
    }

    private Map<Pair, UnitMatrix.Cell> cells(Map<Pair, Figure> figures) {
        Map<Pair, UnitMatrix.Cell> cells = new LinkedHashMap<>();
        covers.forEach((pair, cover) ->
                cells.put(
                        pair,
                        new UnitMatrix.Cell(
                                pair.client(),
                                pair.provider(),
                                figures.getOrDefault(pair, withheld(HIDDEN)),
                                cover.from(),
                                cover.to())));
        return cells;
    }

    /** Of each line, in the order given; none for means, and none if the company is withheld. */
    private List<Figure.@Nullable Comparison> comparisons(List<Line> shown, Line company) {
        List<Figure.@Nullable Comparison> comparisons = new ArrayList<>();
        if (company.isShown() && history.measure().kind() != Measure.Kind.MEAN) {
            comparisons.addAll(
                    Standings.of(
                            history.measure(),
                            shown.stream().map(line -> line.tally.values()).toList(),
                            Estimate.of(history.measure(), company.tally.values()).value()));
        } else {
            shown.forEach(_ -> comparisons.add(null));
        }
        return comparisons;
    }

    private Figure figure(Line line, Figure.@Nullable Comparison comparison) {
        if (!line.verdict.isShown()) {
            return withheld(line.verdict);
        }
        Estimate estimate = Estimate.of(history.measure(), line.tally.values());
        return new Figure.Published(
                estimate.value(),
                estimate.low(),
                estimate.high(),
                line.tally.n(),
                line.tally.people(),
                estimate.detectable(),
                line.whole,
                comparison);
    }

    private static Figure withheld(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Withheld(Reason reason) -> new Figure.Withheld(reason);
            case Verdict.Shown() -> throw new IllegalStateException("It may be shown.");
        };
    }
}
