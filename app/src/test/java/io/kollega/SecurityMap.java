package io.kollega;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** docs/security.md as read: a row a requirement, and how it is met or why it isn't. */
record SecurityMap(List<Row> rows, Set<String> headings, Map<String, String> counted) {
    private static final Pattern ROW =
            Pattern.compile("^\\| (\\d+\\.\\d+\\.\\d+) \\| ([123]) \\| ([^|]+) \\| (.+) \\|$");
    private static final Pattern COUNT = Pattern.compile("^\\| level ([123])[^|]* \\|(.+)\\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    private static final Pattern NAMES_TEST = Pattern.compile("`(\\w+Test\\b[^`]*)`");
    private static final Pattern LINK = Pattern.compile("]\\(#([a-z-]+)\\)");

    /** Sections that ask for something written, and for nothing else. */
    private static final Pattern WRITTEN =
            Pattern.compile("(2|3|5|6|7|8|11|13|14|15|16)\\.1\\.\\d+");

    /** How a requirement stands. */
    enum State {
        MET,
        NOT_MET,
        DOES_NOT_APPLY
    }

    record Row(String number, int level, String asks, String how) {
        State state() {
            return how.startsWith("**not met**")
                    ? State.NOT_MET
                    : how.startsWith("**does not apply**") ? State.DOES_NOT_APPLY : State.MET;
        }

        List<String> tests() {
            return NAMES_TEST.matcher(how).results().map(it -> it.group(1)).toList();
        }

        List<String> links() {
            return LINK.matcher(how).results().map(it -> it.group(1)).toList();
        }

        boolean says() {
            return switch (state()) {
                case MET ->
                        TEST.matcher(how).find()
                                || WRITTEN.matcher(number).matches() && !links().isEmpty();
                case NOT_MET, DOES_NOT_APPLY ->
                        how.matches("\\*\\*[a-z ]+\\*\\*: .{10,}")
                                && (state() == State.DOES_NOT_APPLY || how.contains("needed: "));
            };
        }
    }

    static SecurityMap read(List<String> lines) {
        List<Row> rows = new ArrayList<>();
        Set<String> headings = new HashSet<>();
        Map<String, String> counted = new TreeMap<>();
        for (String line : lines) {
            Matcher row = ROW.matcher(line);
            Matcher count = COUNT.matcher(line);
            if (row.matches()) {
                rows.add(
                        new Row(
                                row.group(1),
                                Integer.parseInt(row.group(2)),
                                row.group(3),
                                row.group(4)));
            } else if (line.startsWith("#")) {
                headings.add(line.replaceFirst("#+ ", "").toLowerCase().replace(' ', '-'));
            } else if (count.matches()) {
                counted.put(count.group(1), count.group(2).strip());
            }
        }
        return new SecurityMap(List.copyOf(rows), headings, counted);
    }

    /**
     * What is wrong with it, in sentences.
     *
     * @param levels of all requirements there are, by number
     * @param exists whether there is a test of this class and method, with a dot between them
     */
    List<String> faults(Map<String, Integer> levels, Predicate<String> exists) {
        List<String> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Row row : rows) {
            if (!Integer.valueOf(row.level()).equals(levels.get(row.number()))) {
                faults.add(row.number() + " has another level, or there is no such requirement");
            }
            if (!seen.add(row.number())) {
                faults.add(row.number() + " stands twice");
            }
            if (!row.says()) {
                faults.add(row.number() + " says neither how it is met nor why it isn't");
            }
            row.tests().stream()
                    .filter(it -> !exists.test(it))
                    .forEach(it -> faults.add(row.number() + " names no test: " + it));
            row.links().stream()
                    .filter(it -> !headings.contains(it))
                    .forEach(it -> faults.add(row.number() + " leads nowhere: " + it));
        }
        levels.forEach((number, level) -> {
            if (level < 3 && !seen.contains(number)) {
                faults.add(number + " is missing");
            }
        });
        for (int level = 1; level <= 3; level++) {
            String now = count(level);
            if (!now.equals(counted.get(Integer.toString(level)))) {
                faults.add("level " + level + " has " + now + ", which the summary doesn't say");
            }
        }
        return faults;
    }

    private String count(int level) {
        List<String> counts = new ArrayList<>();
        for (State state : State.values()) {
            long rowsOfState =
                    rows.stream().filter(it -> it.level() == level && it.state() == state).count();
            counts.add(Long.toString(rowsOfState));
        }
        return String.join(" | ", counts);
    }

    /** Class and method of a source that hold a test, as they are named in the map. */
    static boolean holds(String source, String method) {
        return Pattern.compile(
                        "@(Test|ParameterizedTest)\\b((?!\\bvoid\\b)[\\s\\S])*\\bvoid "
                                + method
                                + "\\(")
                .matcher(source)
                .find();
    }
}
