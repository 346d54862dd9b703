package io.kollega.insights;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A figure over time as a drawing: a line through the months, the band of their intervals, the
 * company as a level. Months that are withheld are gaps.
 *
 * @param company the height of the company's level; null if it is withheld
 * @param lowest what the lower edge means
 * @param highest what the upper edge means
 */
record TrendChart(
        List<Publications.Point> points,
        List<Dot> dots,
        List<String> lines,
        List<String> bands,
        @Nullable Integer company,
        double lowest,
        double highest) {
    static final int WIDTH = 360;
    static final int HEIGHT = 120;

    static final int MARGIN = 10;

    /** A published month. */
    record Dot(int x, int y, Publications.Point point) {}

    static TrendChart of(
            Measure measure, List<Publications.Point> points, @Nullable Double company) {
        Gauge scale = scale(measure, points, company);
        List<Dot> dots = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        List<String> bands = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        StringBuilder upper = new StringBuilder();
        String lower = "";
        for (Publications.Point point : points) {
            if (point.figure() instanceof Figure.Published shown) {
                int x = x(points, point);
                String to = line.isEmpty() ? "M" : "L";
                int y = y(scale, shown.value());
                dots.add(new Dot(x, y, point));
                line.append(to).append(x).append(' ').append(y);
                upper.append(to).append(x).append(' ').append(y(scale, shown.high()));
                lower = "L" + x + " " + y(scale, shown.low()) + lower;
            } else {
                end(line, upper, lower, lines, bands);
                lower = "";
            }
        }
        end(line, upper, lower, lines, bands);
        return new TrendChart(
                points,
                dots,
                lines,
                bands,
                company == null ? null : y(scale, company),
                scale.low(),
                scale.high());
    }

    /** Whether there is a course to see at all. */
    boolean worthDrawing() {
        return dots.size() > 1;
    }

    static String month(YearMonth month, Locale locale) {
        return java.time.format.DateTimeFormatter.ofPattern("LLL yyyy", locale).format(month);
    }

    private static void end(
            StringBuilder line,
            StringBuilder upper,
            String lower,
            List<String> lines,
            List<String> bands) {
        if (!line.isEmpty()) {
            lines.add(line.toString());
            bands.add(upper + lower + "Z");
            line.setLength(0);
            upper.setLength(0);
        }
    }

    private static Gauge scale(
            Measure measure, List<Publications.Point> points, @Nullable Double company) {
        Gauge whole = Gauge.of(measure);
        double low = company == null ? whole.high() : company;
        double high = company == null ? whole.low() : company;
        for (Publications.Point point : points) {
            if (point.figure() instanceof Figure.Published shown) {
                low = Math.min(low, shown.low());
                high = Math.max(high, shown.high());
            }
        }
        double least = 0.2 * (whole.high() - whole.low());
        double wider = Math.max(0, least - (high - low)) / 2;
        return new Gauge(Math.max(whole.low(), low - wider), Math.min(whole.high(), high + wider));
    }

    private static int x(List<Publications.Point> points, Publications.Point point) {
        YearMonth first = points.getFirst().month();
        long all = Math.max(1, first.until(points.getLast().month(), ChronoUnit.MONTHS));
        double passed = first.until(point.month(), ChronoUnit.MONTHS);
        return (int) Math.round(MARGIN + passed / all * (WIDTH - 2 * MARGIN));
    }

    private static int y(Gauge scale, double value) {
        return HEIGHT - MARGIN - scale.place(value, HEIGHT - 2 * MARGIN);
    }
}
