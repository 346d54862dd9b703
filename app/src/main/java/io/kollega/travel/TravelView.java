package io.kollega.travel;

import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import io.kollega.shell.Page;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kollega.measurement.Interval;
import kollega.measurement.Outcome;
import kollega.measurement.change.Attainment;
import org.jspecify.annotations.Nullable;

/** The page "How work travels", ready to be shown. */
record TravelView(
        String from,
        String to,
        TravelQuestion.Level level,
        TravelFigures figures,
        Map<UnitId, Unit> units,
        String query,
        @Nullable String problem) {

    /** Kinds of time in the order in which the bar shows them. */
    private static final List<String> ORDER =
            List.of("unit", "client", "approval", "outside", "scheduled");

    /** A part of the bar: where it begins and how wide it is, of 1000. */
    record Part(String key, long seconds, double share, double begin, double width) {}

    boolean empty() {
        return figures.totals().requests() == 0;
    }

    String unit(long id, Locale locale) {
        Unit unit = units.get(new UnitId(id));
        return unit == null ? "№ " + id : unit.name().in(locale);
    }

    double handoversPerRequest() {
        return (double) figures.totals().handovers() / figures.totals().requests();
    }

    /** A share of all requests with its interval, as percentages. */
    record Percentage(double value, double low, double high) {}

    /** How many of all requests these are. Only for a view that is not {@link #empty}. */
    Percentage of(long counted) {
        Attainment share = new Attainment(counted, figures.totals().requests() - counted, 0);
        return switch (share.interval(0.95)) {
            case Outcome.Estimated<Interval>(Interval(double low, double high)) ->
                    new Percentage(
                            100.0 * counted / figures.totals().requests(), 100 * low, 100 * high);
            case Outcome.NotEnoughData<Interval>(String reason) ->
                    throw new IllegalStateException(reason);
        };
    }

    /** The delay ledger of all requests: working hours by holder, then all closed hours. */
    List<Part> ledger() {
        long whole = figures.shares().stream().mapToLong(TravelFigures.Share::seconds).sum();
        List<Part> parts = new java.util.ArrayList<>();
        double begin = 0;
        for (String holder : ORDER) {
            long seconds = sum(holder, false);
            if (seconds > 0) {
                double share = (double) seconds / whole;
                parts.add(new Part(holder, seconds, share, begin, share * 1000));
                begin += share * 1000;
            }
        }
        long closed =
                figures.shares().stream()
                        .filter(TravelFigures.Share::closed)
                        .mapToLong(TravelFigures.Share::seconds)
                        .sum();
        if (closed > 0) {
            double share = (double) closed / whole;
            parts.add(new Part("closed", closed, share, begin, share * 1000));
        }
        return parts;
    }

    private long sum(String holder, boolean closed) {
        return figures.shares().stream()
                .filter(share -> share.holder().equals(holder) && share.closed() == closed)
                .mapToLong(TravelFigures.Share::seconds)
                .sum();
    }

    /** The widest bar of the flows stands for the largest. */
    double width(long handovers) {
        long largest =
                figures.flows().stream().mapToLong(TravelFigures.Flow::handovers).max().orElse(1);
        return 100.0 * handovers / largest;
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
        return java.util.stream.Stream.of(
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

    private double horizon() {
        List<double[]> steps = figures.timeToSolve().steps();
        for (double[] step : steps) {
            if (step[1] < 0.03) {
                return step[0];
            }
        }
        return steps.getLast()[0];
    }

    /** A time to solve in words, or that it can't be said yet. */
    static String time(Page page, Outcome<Double> seconds) {
        return switch (seconds) {
            case Outcome.Estimated<Double>(Double value) -> words(page, value);
            case Outcome.NotEnoughData<Double> _ -> page.t("travel.time.not-reached");
        };
    }

    static String words(Page page, double seconds) {
        return page.duration(Duration.ofSeconds(Math.round(seconds)));
    }
}
