package io.kollega.travel;

import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import io.kollega.shell.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kollega.measurement.Interval;
import kollega.measurement.Outcome;
import kollega.measurement.change.Attainment;
import org.jspecify.annotations.Nullable;

/** The page "How work travels", ready to be shown. */
record TravelView(
        String from,
        String to,
        String find,
        TravelQuestion.Level level,
        TravelFigures figures,
        Map<UnitId, Unit> units,
        String query,
        @Nullable String problem) {

    /** Rows of a table on the page; the files hold them all. */
    private static final int SHOWN = 15;

    /** From so many uncounted requests on the page says how far the counting has come. */
    private static final long MUCH = 100;

    /** A part of the bar: where it begins and how wide it is, of 1000. */
    record Part(String key, double share, double begin, double width) {}

    /**
     * A table as it is shown.
     *
     * @param more how many rows are not shown for want of room
     * @param withheld how many are left out because too few people asked
     */
    record Shown<T>(List<T> rows, int more, int withheld) {
        /** A message key for what is not shown, or null. */
        @Nullable String rest() {
            return more > 0
                    ? withheld > 0 ? "travel.rest.both" : "travel.rest.more"
                    : withheld > 0 ? "travel.rest.withheld" : null;
        }
    }

    boolean empty() {
        return figures.totals().requests() == 0;
    }

    /** Whether a part of the time was asked for, and is shown. */
    boolean chosen() {
        return problem == null && !(from.isBlank() && to.isBlank());
    }

    String unit(long id, Locale locale) {
        Unit unit = units.get(new UnitId(id));
        return unit == null ? "№ " + id : unit.name().in(locale);
    }

    boolean stillCounting() {
        return figures.uncounted() >= MUCH;
    }

    Shown<TravelFigures.Flow> flows(Locale locale) {
        return shown(
                figures.flows(), flow -> found(flow.from(), locale) || found(flow.to(), locale));
    }

    Shown<TravelFigures.UnitTime> times(Locale locale) {
        return shown(figures.times(), unit -> found(unit.unit(), locale));
    }

    Shown<TravelFigures.Waiting> waiting(Locale locale) {
        return shown(figures.waiting(), unit -> found(unit.unit(), locale));
    }

    Shown<TravelFigures.Balance> balances(Locale locale) {
        return shown(figures.balances(), unit -> found(unit.unit(), locale));
    }

    private static <T> Shown<T> shown(TravelFigures.Ranked<T> ranked, Predicate<T> wanted) {
        List<T> found = ranked.rows().stream().filter(wanted).toList();
        List<T> first = found.subList(0, Math.min(SHOWN, found.size()));
        return new Shown<>(first, found.size() - first.size(), ranked.withheld());
    }

    private boolean found(long unit, Locale locale) {
        return find.isEmpty()
                || unit(unit, locale).toLowerCase(locale).contains(find.toLowerCase(locale));
    }

    double handoversPerRequest() {
        return (double) figures.totals().handovers() / figures.totals().requests();
    }

    /** A share of all requests with its interval, as percentages, and how finely it is told. */
    record Percentage(double value, double low, double high, Told told) {}

    /** How many of all requests these are. Only for a view that is not {@link #empty}. */
    Percentage of(long counted) {
        long requests = figures.totals().requests();
        Told told = Told.of(counted, requests, requests);
        Attainment share = new Attainment(counted, requests - counted, 0);
        return switch (share.interval(0.95)) {
            case Outcome.Estimated<Interval>(Interval(double low, double high)) ->
                    new Percentage(100.0 * counted / requests, 100 * low, 100 * high, told);
            case Outcome.NotEnoughData<Interval>(String reason) ->
                    throw new IllegalStateException(reason);
        };
    }

    /** The delay ledger of all requests: working hours by holder, then all closed hours. */
    List<Part> ledger() {
        long whole =
                figures.totals().shares().stream().mapToLong(TravelFigures.Share::seconds).sum();
        List<Part> parts = new ArrayList<>();
        double begin = 0;
        for (TravelFigures.Share share : figures.totals().shares()) {
            if (share.seconds() > 0) {
                double part = (double) share.seconds() / whole;
                parts.add(new Part(share.holder(), part, begin, part * 1000));
                begin += part * 1000;
            }
        }
        return parts;
    }

    /** How long a bar is, of 100, beside the longest of its table. */
    static double width(long value, LongStream all) {
        return 100.0 * value / Math.max(1, all.max().orElse(1));
    }

    /** The curve of what is unsolved, on a square-root scale of time up to its last tenth. */
    String curve() {
        List<double[]> steps = figures.timeToSolve().steps();
        if (steps.isEmpty()) {
            return "";
        }
        double end = horizon();
        StringBuilder points = new StringBuilder("0,0");
        double last = 1;
        for (double[] step : steps) {
            if (step[0] > end) {
                break;
            }
            double x = 600 * Math.sqrt(step[0] / end);
            points.append(String.format(Locale.ROOT, " %.1f,%.1f", x, 160 * (1 - last)));
            points.append(String.format(Locale.ROOT, " %.1f,%.1f", x, 160 * (1 - step[1])));
            last = step[1];
        }
        return points.append(String.format(Locale.ROOT, " 600,%.1f", 160 * (1 - last))).toString();
    }

    /** Where a time stands on the curve's axis. */
    double x(Duration time) {
        return 600 * Math.sqrt(Math.min(1, time.toSeconds() / horizon()));
    }

    /** Marks of the time axis that lie on it. */
    List<Duration> marks() {
        return Stream.of(
                        Duration.ofHours(1),
                        Duration.ofDays(1),
                        Duration.ofDays(3),
                        Duration.ofDays(7),
                        Duration.ofDays(14),
                        Duration.ofDays(30),
                        Duration.ofDays(90),
                        Duration.ofDays(180),
                        Duration.ofDays(365))
                .filter(mark -> mark.toSeconds() <= horizon() && x(mark) > 30)
                .toList();
    }

    /** At least a second: all may have been solved at once. */
    private double horizon() {
        List<double[]> steps = figures.timeToSolve().steps();
        for (double[] step : steps) {
            if (step[1] < 0.03) {
                return Math.max(1, step[0]);
            }
        }
        return Math.max(1, steps.getLast()[0]);
    }

    /** How many of all these are, and which share; of few that went alike only the share. */
    static String share(Page page, Told told, long counted, long all) {
        return told == Told.EXACTLY ? page.percent((double) counted / all) : "";
    }

    /** A count, or that it was nearly all or hardly any. */
    static String count(Page page, Told told, long counted) {
        return switch (told) {
            case EXACTLY -> page.number(counted);
            case NEARLY_ALL -> "≥ " + page.percent(Told.NEARLY);
            case HARDLY_ANY -> "≤ " + page.percent(1 - Told.NEARLY);
        };
    }

    /** The same for a sentence under a share: empty where the share must say it all. */
    String words(Page page, String key, long counted, @Nullable Object... more) {
        return of(counted).told() == Told.EXACTLY ? page.t(key, more) : page.t("travel.alike");
    }

    /** A usual time in words. */
    static String words(Page page, Usual usual) {
        return switch (usual.precision()) {
            case EXACT -> words(page, usual.seconds());
            case AT_MOST -> page.t("travel.at-most", words(page, usual.seconds()));
            case AT_LEAST -> page.t("travel.at-least", words(page, usual.seconds()));
        };
    }

    /** A usual time so short that it fits into a column. */
    static String elapsed(Page page, Usual usual) {
        String time = elapsed(page, usual.seconds());
        return switch (usual.precision()) {
            case EXACT -> time;
            case AT_MOST -> "≤ " + time;
            case AT_LEAST -> "≥ " + time;
        };
    }

    /** A time to solve in words, or that it can't be said yet. */
    String time(Page page, Outcome<Double> seconds) {
        return switch (seconds) {
            case Outcome.Estimated<Double>(Double value) when figures.timeToSolve().alike() ->
                    words(page, Usual.bound(value));
            case Outcome.Estimated<Double>(Double value) -> words(page, value);
            case Outcome.NotEnoughData<Double> _ -> page.t("travel.time.not-reached");
        };
    }

    static String words(Page page, double seconds) {
        return page.duration(Duration.ofSeconds(Math.round(seconds)));
    }

    /**
     * Working time so short that it fits into a column: hours, never days, whose length differs.
     */
    static String brief(Page page, double seconds) {
        double minutes = seconds / 60;
        double hours = minutes / 60;
        return Math.round(minutes) < 60
                ? page.t("travel.minutes", Math.round(minutes))
                : hours < 99.95
                        ? page.t("travel.hours-fine", hours)
                        : page.t("travel.hours", Math.round(hours));
    }

    /** Elapsed time so short that it fits into a column. */
    static String elapsed(Page page, double seconds) {
        double days = seconds / 86_400;
        return days < 2 ? brief(page, seconds) : page.t("travel.days-fine", days);
    }
}
