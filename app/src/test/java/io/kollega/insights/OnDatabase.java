package io.kollega.insights;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.YearMonth;
import kollega.postgres.Coordinates;
import kollega.postgres.TestDatabase;
import kollega.postgres.TestServer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The cells on a database of their own, without the rest of the application. */
abstract class OnDatabase {
    private static final TestDatabase DATABASE =
            TestServer.fresh("insights", coordinates -> migrate(coordinates));
    private static final HikariDataSource SOURCE = pool(DATABASE.coordinates());

    final JdbcClient jdbc = JdbcClient.create(SOURCE);
    private static final JdbcTransactionManager MANAGER = new JdbcTransactionManager(SOURCE);

    final TransactionTemplate transactions = new TransactionTemplate(MANAGER);
    final Observations observations = new Observations(jdbc);
    final Fold fold = new Fold(jdbc, transactions);
    final Cells cells = new Cells(jdbc, transactions);
    final Publications publications = publications(false);

    final Publications publications(boolean closedMonthsOnly) {
        return new Publications(
                new Histories(jdbc, MANAGER),
                new Reach(closedMonthsOnly, () -> YearMonth.of(2026, 6)));
    }

    @BeforeEach
    void empty() {
        jdbc.sql(
                        "truncate insights.observation, insights.inbox, insights.cell, insights.cell_rater, insights.month_changed")
                .update();
    }

    private static void migrate(Coordinates coordinates) {
        Flyway.configure()
                .dataSource(coordinates.jdbcUrl(), coordinates.user(), coordinates.password())
                .locations("classpath:db/migration/insights")
                .defaultSchema("insights")
                .load()
                .migrate();
    }

    private static HikariDataSource pool(Coordinates coordinates) {
        HikariConfig configuration = new HikariConfig();
        configuration.setJdbcUrl(coordinates.jdbcUrl());
        configuration.setUsername(coordinates.user());
        configuration.setPassword(coordinates.password());
        return new HikariDataSource(configuration);
    }
}
