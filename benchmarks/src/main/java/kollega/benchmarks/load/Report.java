package kollega.benchmarks.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Gathers repeated measurements and prints them as a table in Markdown. */
final class Report {
    private final Map<String, List<Double>> measured = new LinkedHashMap<>();
    private final Map<String, String> asked = new LinkedHashMap<>();
    private final Map<String, String> said = new LinkedHashMap<>();

    /** What is aimed at; a figure without an aim gets a dash. */
    void aim(String what, String aim) {
        asked.put(what, aim);
    }

    void add(String what, double figure) {
        measured.computeIfAbsent(what, _ -> new ArrayList<>()).add(figure);
        System.err.printf(Locale.ROOT, "%s: %.2f%n", what, figure);
    }

    /** A figure in words, or why there is none. */
    void say(String what, String text) {
        said.put(what, text);
        System.err.println(what + ": " + text);
    }

    void print() {
        System.out.println("| what | asked | minimum | median | maximum |");
        System.out.println("| --- | --- | --- | --- | --- |");
        said.forEach((what, text) ->
                System.out.printf("| %s | %s | %s | | |%n", what, aimOf(what), text));
        measured.forEach((what, figures) -> {
            double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            System.out.printf(
                    "| %s | %s | %s | %s | %s |%n",
                    what,
                    aimOf(what),
                    text(sorted[0]),
                    text(median(sorted)),
                    text(sorted[sorted.length - 1]));
        });
    }

    private String aimOf(String what) {
        return asked.getOrDefault(what, "-");
    }

    private static double median(double[] sorted) {
        return Arrays.stream(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1)
                .average()
                .orElseThrow();
    }

    private static String text(double figure) {
        return String.format(Locale.ROOT, figure < 100 ? "%.2f" : "%.0f", figure);
    }
}
