package io.kollega;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who may come in where: a row a route, a verdict for everybody. A verdict of a stranger is {@code
 * open} or {@code sign-in}, of all others {@code yes} or {@code no}.
 */
record PermissionMatrix(List<String> everybody, Map<String, List<String>> rows) {

    /** Reads the written table: the first line names everybody, lines with # are left out. */
    static PermissionMatrix read(String text) {
        List<List<String>> lines =
                text.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> List.of(line.strip().split("\\s+")))
                        .toList();
        Map<String, List<String>> rows = new TreeMap<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            String route = line.get(0) + " " + line.get(1);
            if (rows.put(route, line.subList(2, line.size())) != null) {
                throw new IllegalArgumentException("Two rows of " + route);
            }
        }
        return new PermissionMatrix(lines.getFirst(), rows);
    }

    /** What this table says otherwise than another, each in a sentence; empty if they agree. */
    List<String> differences(PermissionMatrix found) {
        List<String> differences = new ArrayList<>();
        Map<String, List<String>> left = new LinkedHashMap<>(found.rows());
        rows.forEach((route, written) -> {
            List<String> verdicts = left.remove(route);
            if (verdicts == null) {
                differences.add(route + " has a row and is no route");
            } else if (verdicts.size() != written.size()) {
                differences.add(route + " has not a verdict for everybody");
            } else {
                for (int i = 0; i < written.size(); i++) {
                    if (!written.get(i).equals(verdicts.get(i))) {
                        differences.add(
                                "%s: %s is %s for %s"
                                        .formatted(
                                                route,
                                                written.get(i),
                                                verdicts.get(i),
                                                everybody.get(i)));
                    }
                }
            }
        });
        left.forEach((route, verdicts) ->
                differences.add(route + " has no row: " + String.join(" ", verdicts)));
        return differences;
    }

    /** The table as it is written, in columns. */
    String text() {
        int longest = rows.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;
        List<String> lines = new ArrayList<>();
        lines.add(" ".repeat(longest) + columns(everybody));
        rows.forEach((route, verdicts) ->
                lines.add(route + " ".repeat(longest - route.length()) + columns(verdicts)));
        return String.join("\n", lines) + "\n";
    }

    private String columns(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            int width = Math.max(everybody.get(i).length(), "sign-in".length()) + 2;
            line.append(cells.get(i)).append(" ".repeat(width - cells.get(i).length()));
        }
        return line.toString().stripTrailing();
    }
}
