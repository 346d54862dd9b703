package io.kollega.insights;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kollega.measurement.summary.ScoreHistogram;

/** How a cell counts its values: a column for each, {@code v0} to {@code v10}. */
final class CellColumns {

    /** Selects the key of a cell and counts each value of the rows that follow, by their n. */
    static final String COUNTED =
            "select measure, month, client, provider, service, "
                    + columns(
                            i ->
                                    "coalesce(sum(n) filter (where value = %1$d), 0) as v%1$d"
                                            .formatted(i),
                            ", ");

    /** Sums the counts of several cells. */
    static final String SUMMED = columns(i -> "sum(v%1$d) as v%1$d".formatted(i), ", ");

    /** All counts of a cell. */
    static final String TOTAL = columns(i -> "v" + i, " + ");

    private CellColumns() {}

    private static String columns(IntFunction<String> column, String between) {
        return IntStream.range(0, ScoreHistogram.ANSWERS)
                .mapToObj(column)
                .collect(Collectors.joining(between));
    }
}
