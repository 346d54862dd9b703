package kollega.benchmarks.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import kollega.postgres.Coordinates;

/**
 * Made-up ratings put into the inbox of figures each second, as an observation and its line in the
 * inbox, and how far the running application falls behind.
 */
record Folding(Coordinates database) {
    private static final int A_SECOND = 5_000;
    private static final int RATERS = 3_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The ratings themselves: any of the demo's pairs of units, spread over many people. */
    private static final String RATINGS =
            """
            select 'benchmark:' || (:first + n) as source, 'satisfaction' as measure, client, provider,
                0 as service, current_date as day, n %% 11 as value, 1 + (n * 7919 + :first) %% %d as rater
            from (select n, row_number() over (order by n) as place from generate_series(1, %d) as n) as made
            join (select client, provider, row_number() over () as number, count(*) over () as pairs
                  from (select distinct client_unit as client, unit as provider from requests.request
                        where client_unit <> unit) as met) as pair
              on pair.number = 1 + made.place %% pair.pairs
            """
                    .formatted(RATERS, A_SECOND);

    private static final String CELLS =
            """
            with rating as materialized (%s), seen as (
                insert into insights.observation (source, measure, client, provider, service, day, value, rater)
                select source, measure, client, provider, service, day, value, rater from rating)
            insert into insights.inbox (measure, month, client, provider, service, value, rater, n)
            select measure, date_trunc('month', day), client, provider, service, value, rater, 1 from rating
            """
                    .formatted(RATINGS);

    private static final String STEPS =
            """
            with rating as materialized (%s), seen as (
                insert into insights.observation (source, measure, client, provider, service, day, value, rater)
                select source, measure, client, provider, service, day, value, rater from rating)
            insert into insights.inbox (measure, client, provider, brought)
            select distinct measure, client, provider, false from rating
            """
                    .formatted(RATINGS);

    /** Seconds from the last rating until none waits to be looked at. */
    double behind(Duration time) throws SQLException, IOException, InterruptedException {
        try (Connection connection =
                DriverManager.getConnection(
                        database.jdbcUrl(), database.user(), database.password())) {
            String sql = steps(connection) ? STEPS : CELLS;
            long first = System.currentTimeMillis() * 10;
            try (PreparedStatement insert =
                    connection.prepareStatement(sql.replace(":first", "?::bigint"))) {
                for (long second = 0; second < time.toSeconds(); second++) {
                    long began = System.nanoTime();
                    insert.setLong(1, first + second * A_SECOND);
                    insert.setLong(2, first + second * A_SECOND);
                    insert.execute();
                    Thread.sleep(
                            Math.max(
                                    0,
                                    1000 - Duration.ofNanos(System.nanoTime() - began).toMillis()));
                }
            }
            return drained(connection);
        }
    }

    private static double drained(Connection connection)
            throws SQLException, IOException, InterruptedException {
        long began = System.nanoTime();
        while (is(connection, "select exists (select from insights.inbox)")) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IOException("The fold does not keep up.");
            }
            Thread.sleep(20);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /** Whether figures advance in steps, which came after the folding of each value. */
    private static boolean steps(Connection connection) throws SQLException {
        return is(
                connection,
                """
                select exists (select from information_schema.columns
                    where table_schema = 'insights' and table_name = 'inbox' and column_name = 'brought')
                """);
    }

    private static boolean is(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
