package io.kollega.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The counts of {@link Attempts}, one row a key. */
@Component
final class AttemptRows {
    private final JdbcClient jdbc;

    AttemptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A count.
     *
     * @param level how many attempts still counted at {@code countedAt}
     * @param openAt from when on the next may be; the epoch as long as there was none
     */
    record Row(byte[] key, double level, Instant countedAt, Instant openAt) {
        boolean fresh() {
            return openAt.equals(Instant.EPOCH);
        }
    }

    /** From when on all of these let one through. */
    Instant openAt(List<byte[]> keys) {
        return jdbc.sql(
                        """
                        select coalesce(max(open_at), 'epoch') from access.attempt where key = any(:keys)
                        """)
                .param("keys", keys.toArray(byte[][]::new))
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .single();
    }

    /**
     * The rows of these keys, kept from others until the transaction ends; made where there were
     * none. Callers name keys that many share after those that few do, so that nobody waits in a
     * circle.
     */
    List<Row> lock(List<byte[]> keys, Instant now) {
        jdbc.sql(
                        """
                        insert into access.attempt (key, level, counted_at, open_at)
                        select key, 0, :now, 'epoch' from unnest(:keys::bytea[]) with ordinality as g (key, place)
                        order by place on conflict (key) do nothing
                        """)
                .param("now", Timestamp.from(now))
                .param("keys", keys.toArray(byte[][]::new))
                .update();
        return jdbc
                .sql(
                        """
                        select a.key, a.level, a.counted_at, a.open_at
                        from unnest(:keys::bytea[]) with ordinality as g (key, place)
                        join access.attempt a using (key) order by g.place for update of a
                        """)
                .param("keys", keys.toArray(byte[][]::new))
                .query((row, _) ->
                        new Row(
                                row.getBytes("key"),
                                row.getDouble("level"),
                                row.getTimestamp("counted_at").toInstant(),
                                row.getTimestamp("open_at").toInstant()))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    void write(List<Row> rows) {
        jdbc.sql(
                        """
                        update access.attempt a
                        set level = g.level, counted_at = g.counted_at, open_at = g.open_at
                        from unnest(:keys::bytea[], :levels::float8[], :counted::timestamptz[],
                            :open::timestamptz[]) as g (key, level, counted_at, open_at)
                        where a.key = g.key
                        """)
                .param("keys", column(rows, Row::key).toArray(byte[][]::new))
                .param("levels", column(rows, Row::level).toArray(Double[]::new))
                .param("counted", times(rows, Row::countedAt))
                .param("open", times(rows, Row::openAt))
                .update();
    }

    /** Counts one less, and lets the next through at once if nobody has come in between. */
    void takeBack(List<Row> rows, Instant now) {
        jdbc.sql(
                        """
                        update access.attempt a set level = greatest(a.level - 1, 0),
                            open_at = case when a.open_at = g.open_at then least(:now, a.open_at) else a.open_at end
                        from unnest(:keys::bytea[], :open::timestamptz[]) as g (key, open_at)
                        where a.key = g.key
                        """)
                .param("keys", column(rows, Row::key).toArray(byte[][]::new))
                .param("open", times(rows, Row::openAt))
                .param("now", Timestamp.from(now))
                .update();
    }

    void forget(byte[] key) {
        jdbc.sql("delete from access.attempt where key = ?").param(key).update();
    }

    void forgetBefore(Instant past) {
        jdbc.sql("delete from access.attempt where counted_at < ?")
                .param(Timestamp.from(past))
                .update();
    }

    private static <T> List<T> column(List<Row> rows, Function<Row, T> column) {
        return rows.stream().map(column).toList();
    }

    private static Timestamp[] times(List<Row> rows, Function<Row, Instant> column) {
        return rows.stream().map(column).map(Timestamp::from).toArray(Timestamp[]::new);
    }
}
