package io.kollega.console;

import io.kollega.tables.CellProblem;
import io.kollega.tables.CellProblems;
import io.kollega.tables.Table;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kollega.measurement.driver.CrossProducts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A file of which some columns hold numbers; read row by row. */
final class NumberTable {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,100}(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    /** The greatest number {@link CrossProducts} takes. */
    private static final double LARGEST = 1e100;

    @Mixin private FileRows rows;

    @Option(
            names = "--refuse-incomplete",
            description = {
                "Refuse a file in which one of the columns is empty or NA somewhere;",
                "without it such rows are left out and counted."
            })
    private boolean refuseIncomplete;

    /**
     * What was read.
     *
     * @param sums of the columns, in the order asked for
     * @param skipped rows that were left out because they are incomplete
     * @param binary whether every number is 0 or 1
     */
    record Content(CrossProducts sums, long skipped, boolean binary) {}

    Content read(List<String> columns) throws Refused {
        var sums = new CrossProducts.Accumulator(columns.size());
        boolean[] binary = {true};
        long skipped =
                each(
                        columns,
                        List.of(),
                        _ -> null,
                        (_, numbers) -> {
                            sums.add(numbers);
                            for (double number : numbers) {
                                binary[0] &= number == 0 || number == 1;
                            }
                        });
        return new Content(sums.result(), skipped, binary[0]);
    }

    /** What a column may hold besides being a number. */
    interface Allowed {
        /** The message key of what was expected instead of this number; null if it may stand. */
        @Nullable String insteadOf(double number);
    }

    /** Takes a complete row: its texts, and its numbers in the order of their columns. */
    interface Taker {
        void take(Table.Row row, double[] numbers);
    }

    /**
     * Hands every complete row on, and says what is wrong with the others.
     *
     * @param columns of numbers
     * @param texts columns of texts that must be there; empty cells are a value like any other
     * @return how many rows were left out because they are incomplete
     */
    long each(List<String> columns, List<String> texts, Allowed allowed, Taker taker)
            throws Refused {
        var all = new LinkedHashSet<>(texts);
        all.addAll(columns);
        long[] skipped = new long[1];
        rows.read(
                all,
                (row, problems) -> {
                    double[] numbers = new double[columns.size()];
                    boolean complete = true;
                    boolean readable = true;
                    for (int i = 0; i < numbers.length; i++) {
                        String column = columns.get(i);
                        String cell = row.cell(column).strip();
                        if (cell.isEmpty() || cell.equals("NA")) {
                            complete = false;
                            if (refuseIncomplete) {
                                problems.add(problem(row, column, "console.expected-answer"));
                            }
                            continue;
                        }
                        @Nullable String expected = "console.expected-number";
                        if (isNumber(cell)) {
                            numbers[i] = Double.parseDouble(cell);
                            expected = allowed.insteadOf(numbers[i]);
                        }
                        if (expected != null) {
                            readable = false;
                            problems.add(problem(row, column, expected));
                        }
                    }
                    if (complete && readable) {
                        taker.take(row, numbers);
                    } else if (!complete) {
                        skipped[0]++;
                    }
                });
        return skipped[0];
    }

    /**
     * Hands on every complete row of parts of a whole.
     *
     * @param texts columns of texts that must be there
     * @return how many rows were left out because they are incomplete
     */
    long shares(List<String> columns, List<String> texts, Taker taker) throws Refused {
        return shares(columns, texts, columns.size(), taker);
    }

    /** The same of rows with several wholes after one another, each of so many parts. */
    long shares(List<String> columns, int parts, Taker taker) throws Refused {
        return shares(columns, List.of(), parts, taker);
    }

    private long shares(List<String> columns, List<String> texts, int parts, Taker taker)
            throws Refused {
        var empty = new CellProblems();
        long skipped =
                each(
                        columns,
                        texts,
                        number -> number < 0 ? "console.expected-share" : null,
                        (row, numbers) -> {
                            for (int from = 0; from < numbers.length; from += parts) {
                                if (isNothing(numbers, from, from + parts)) {
                                    empty.add(
                                            problem(
                                                    row,
                                                    columns.get(from),
                                                    "console.expected-part"));
                                    return;
                                }
                            }
                            taker.take(row, numbers);
                        });
        FileRows.refuse(empty);
        return skipped;
    }

    private static boolean isNothing(double[] numbers, int from, int to) {
        for (int i = from; i < to; i++) {
            if (numbers[i] > 0) {
                return false;
            }
        }
        return true;
    }

    /** What the columns of a key hold in a row, by the names of the columns. */
    static Map<String, String> key(Table.Row row, List<String> by) {
        var key = new LinkedHashMap<String, String>();
        by.forEach(column -> key.put(column, row.cell(column).strip()));
        return key;
    }

    private static boolean isNumber(String cell) {
        return NUMBER.matcher(cell).matches() && Math.abs(Double.parseDouble(cell)) <= LARGEST;
    }

    /** How many rows were left out, if any were. */
    static void tellSkipped(PrintWriter out, long skipped) {
        if (skipped > 0) {
            out.printf(
                    "%s %s left out.%n",
                    Counted.of(skipped, "incomplete row"), skipped == 1 ? "was" : "were");
        }
    }

    private static CellProblem problem(Table.Row row, String column, String expected) {
        return CellProblem.of(row.line(), column, row.cell(column), expected);
    }
}
