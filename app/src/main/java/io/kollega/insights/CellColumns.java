package io.kollega.insights;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kollega.measurement.summary.ScoreHistogram;

/** How a cell counts its values: a column for each, {@code v0} to {@code v10}. */
final class CellColumns {

    /** The columns by name. */
    static final String NAMES = columns(i -> "v" + i, ", ");

    /** Counts each value of rows that have a value, and n of them. */
    static final String COUNTED =
            columns(
                    i -> "coalesce(sum(n) filter (where value = %1$d), 0) as v%1$d".formatted(i),
                    ", ");

    /** Sums the counts of several rows. */
    static final String SUMMED = columns(i -> "sum(v%1$d) as v%1$d".formatted(i), ", ");

    /** Adds to a cell what could not be inserted because the cell was there. */
    static final String ADDED =
            columns(i -> "v%1$d = held.v%1$d + excluded.v%1$d".formatted(i), ", ");

    private CellColumns() {}

    /** The columns of one table among others. */
    static String of(String table) {
        return columns(i -> table + ".v" + i, ", ");
    }

    private static String columns(IntFunction<String> column, String between) {
        return IntStream.range(0, ScoreHistogram.ANSWERS)
                .mapToObj(column)
                .collect(Collectors.joining(between));
    }
}
