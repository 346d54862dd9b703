package io.kollega.insights;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * The only way a figure leaves: with its interval, its number of people and its comparison, or
 * withheld with the reason. What was made is kept until the fold changes what it was made from.
 */
@Component
public final class Publications {
    /** Periods that readers ask for one after another; more would only be kept for nobody. */
    private static final int MOST_KEPT = 200;

    private final Histories histories;
    private final Reach reach;
    private final Map<Wanted, Made> kept = new ConcurrentHashMap<>();

    Publications(Histories histories, Reach reach) {
        this.histories = histories;
        this.reach = reach;
    }

    private record Wanted(Measure measure, Period period) {}

    private record Made(long generation, UnitMatrix matrix) {}

    /** Unit against unit. */
    public UnitMatrix matrix(Measure measure, Period period) {
        History history = history(measure);
        Made whole = made(history, reach.all(), null);
        Period wanted = reach.of(period, history);
        return wanted.equals(reach.all())
                ? whole.matrix
                : made(history, wanted, whole.matrix).matrix;
    }

    /** Whether figures leave out the month that is not over. */
    boolean closedMonthsOnly() {
        return reach.closedMonthsOnly();
    }

    private History history(Measure measure) {
        return reach.of(histories.of(measure));
    }

    private Made made(
            History history, Period period, @org.jspecify.annotations.Nullable UnitMatrix whole) {
        Wanted wanted = new Wanted(history.measure(), period);
        Made held = kept.get(wanted);
        if (held != null && held.generation == history.generation()) {
            return held;
        }
        if (kept.size() > MOST_KEPT) {
            kept.clear();
        }
        return java.util.Objects.requireNonNull(
                kept.compute(
                        wanted,
                        (_, now) ->
                                now != null && now.generation >= history.generation()
                                        ? now
                                        : new Made(
                                                history.generation(),
                                                new MatrixMaker(history, period, whole).make())));
    }

    /** A stretch of months published as one. */
    public record Point(YearMonth from, YearMonth to, Figure figure) {}

    /** One figure; withheld for want of answers where there are none. */
    public Figure figure(Measure measure, Subject subject, Period period) {
        return matrix(measure, period).figure(subject);
    }

    /**
     * How a figure went over time, in the shortest stretches that rest on enough people; none if
     * the whole figure is withheld.
     */
    public List<Point> series(Measure measure, Subject subject, Period period) {
        History history = history(measure);
        UnitMatrix whole = made(history, reach.all(), null).matrix;
        Period wanted = reach.of(period, history);
        Predicate<Pair> counted =
                switch (whole.figure(subject)) {
                    case Figure.Withheld _ -> _ -> false;
                    case Figure.Published figure when figure.whole() -> about(subject);
                    case Figure.Published _ -> about(subject).and(whole::shows);
                };
        NavigableMap<YearMonth, Tally> months = history.monthsOf(counted);
        return Block.cut(months, MatrixMaker.RULE).stream()
                .filter(block -> block.within(wanted))
                .map(block -> new Point(block.from(), block.to(), figure(measure, block.tally())))
                .toList();
    }

    private static Figure figure(Measure measure, Tally tally) {
        return switch (MatrixMaker.RULE.judge(tally.contribution())) {
            case kollega.measurement.disclosure.Verdict.Withheld(var reason) ->
                    new Figure.Withheld(reason);
            case kollega.measurement.disclosure.Verdict.Shown() -> {
                Estimate estimate = Estimate.of(measure, tally.values());
                yield new Figure.Published(
                        estimate.value(),
                        estimate.low(),
                        estimate.high(),
                        tally.n(),
                        tally.people(),
                        estimate.detectable(),
                        true,
                        null);
            }
        };
    }

    private static Predicate<Pair> about(Subject subject) {
        return switch (subject) {
            case Subject.Company() -> _ -> true;
            case Subject.Client(var unit) -> pair -> pair.client().equals(unit);
            case Subject.Provider(var unit) -> pair -> pair.provider().equals(unit);
            case Subject.Between(var client, var provider) ->
                    pair -> pair.equals(new Pair(client, provider));
        };
    }
}
