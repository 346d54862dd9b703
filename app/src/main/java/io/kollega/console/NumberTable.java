package io.kollega.console;

import io.kollega.tables.CellProblem;
import io.kollega.tables.CsvTable;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import kollega.measurement.driver.CrossProducts;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A file of which some columns hold numbers; read row by row and kept as sums only. */
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
        double[] numbers = new double[columns.size()];
        long[] skipped = new long[1];
        boolean[] binary = {true};
        rows.read(
                columns,
                (row, problems) -> {
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
                        } else if (isNumber(cell)) {
                            numbers[i] = Double.parseDouble(cell);
                        } else {
                            readable = false;
                            problems.add(problem(row, column, "console.expected-number"));
                        }
                    }
                    if (complete && readable) {
                        sums.add(numbers);
                        for (double number : numbers) {
                            binary[0] &= number == 0 || number == 1;
                        }
                    } else if (!complete) {
                        skipped[0]++;
                    }
                });
        return new Content(sums.result(), skipped[0], binary[0]);
    }

    private static boolean isNumber(String cell) {
        return NUMBER.matcher(cell).matches() && Math.abs(Double.parseDouble(cell)) <= LARGEST;
    }

    /** How many rows were left out, if any were. */
    static void tellSkipped(PrintWriter out, long skipped) {
        if (skipped > 0) {
            out.printf(Locale.ENGLISH, "%,d incomplete rows were left out.%n", skipped);
        }
    }

    private static CellProblem problem(CsvTable.Row row, String column, String expected) {
        return CellProblem.of(row.line(), column, row.cell(column), expected);
    }
}
