package io.kollega.travel;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The cells: sums over the rows of requests, so that a page costs what its cells cost. Before rows
 * are replaced they are taken out, afterwards the new ones are put in, in one transaction. Each
 * time cells are told anew who stands behind them.
 */
@Component
final class TravelCells {
    /**
     * One table of cells. Beside it stands a view of the rows that it sums, one a request or more.
     *
     * @param keys what tells its cells apart
     * @param sums what they sum; the first is the number of rows
     */
    private record Kind(String name, List<String> keys, List<String> sums) {
        private static final List<Kind> ALL =
                List.of(
                        new Kind(
                                "month",
                                List.of("month"),
                                List.of(
                                        "n",
                                        "handovers",
                                        "came_back",
                                        "reopened",
                                        "waited",
                                        "unit_seconds",
                                        "client_seconds",
                                        "approval_seconds",
                                        "outside_seconds",
                                        "scheduled_seconds",
                                        "closed_seconds")),
                        new Kind(
                                "hop",
                                List.of("level", "month", "from_unit", "to_unit"),
                                List.of("n", "handovers", "came_back")),
                        new Kind(
                                "part",
                                List.of("level", "month", "unit"),
                                List.of(
                                        "n",
                                        "held",
                                        "waited",
                                        "asked",
                                        "open_seconds",
                                        "closed_seconds",
                                        "exported_seconds",
                                        "imported_seconds")),
                        new Kind(
                                "wait",
                                List.of("level", "month", "unit", "bin"),
                                List.of("n", "seconds")),
                        new Kind(
                                "life", List.of("month", "solved", "bin"), List.of("n", "seconds")),
                        new Kind("month_asker", List.of("month", "asker"), List.of("n")),
                        new Kind(
                                "hop_asker",
                                List.of("level", "month", "from_unit", "to_unit", "asker"),
                                List.of("n")),
                        new Kind(
                                "part_asker",
                                List.of("level", "month", "unit", "role", "asker"),
                                List.of("n")));

        String add() {
            return """
            insert into travel.%1$s_cell (%2$s, %3$s)
            select %2$s, %4$s from travel.%1$s_row
            where request = any (:requests) group by %2$s
            on conflict (%2$s) do update set %5$s\
            """
                    .formatted(
                            name,
                            String.join(", ", keys),
                            String.join(", ", sums),
                            each("sum(%s) * :sign"::formatted),
                            each(sum ->
                                    "%2$s = %1$s_cell.%2$s + excluded.%2$s".formatted(name, sum)));
        }

        /** Counts cells that are not the sums of their rows. */
        String differences() {
            return """
            with counted as (
                select %2$s, %4$s from travel.%1$s_row group by %2$s),
            kept as (select %2$s, %3$s from travel.%1$s_cell)
            select count(*) from (
                (table counted except table kept)
                union (table kept except table counted)) as one_side\
            """
                    .formatted(
                            name,
                            String.join(", ", keys),
                            String.join(", ", sums),
                            each("sum(%1$s)::bigint as %1$s"::formatted));
        }

        private String each(UnaryOperator<String> text) {
            return sums.stream().map(text).collect(Collectors.joining(", "));
        }
    }

    private final JdbcClient jdbc;

    TravelCells(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the rows of these requests out of the cells. */
    void takeOut(Long[] requests) {
        add(requests, -1);
    }

    /** Puts the rows of these requests into the cells. */
    void putIn(Long[] requests) {
        add(requests, 1);
    }

    private void add(Long[] requests, int sign) {
        for (Kind kind : Kind.ALL) {
            jdbc.sql(kind.add()).param("requests", requests).param("sign", sign).update();
        }
        for (Behind behind : Behind.values()) {
            jdbc.sql(behind.refresh()).param("requests", requests).update();
        }
    }

    /** Deletes cells that have lost their last row. */
    void sweepEmpty() {
        for (Kind kind : Kind.ALL) {
            jdbc.sql("delete from travel." + kind.name() + "_cell where n = 0").update();
        }
    }

    void clear() {
        for (Kind kind : Kind.ALL) {
            jdbc.sql("delete from travel." + kind.name() + "_cell").update();
        }
    }

    /** Gives the cells as they are now a number of their own. Only for the one who folds. */
    void changed() {
        jdbc.sql("update travel.seen set change = change + 1").update();
    }

    /** How many cells are not the sums of their rows. Reads every row. */
    long differences() {
        return Stream.concat(
                        Kind.ALL.stream().map(Kind::differences),
                        Stream.of(Behind.values()).map(Behind::differences))
                .mapToLong(query -> jdbc.sql(query).query(Long.class).single())
                .sum();
    }
}
