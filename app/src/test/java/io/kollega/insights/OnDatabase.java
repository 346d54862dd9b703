package io.kollega.insights;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.kollega.TestClock;
import io.kollega.organization.UnitId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import kollega.measurement.disclosure.Reason;
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
    static final UnitId A = new UnitId(1);
    static final UnitId B = new UnitId(2);
    static final UnitId C = new UnitId(3);
    static final UnitId D = new UnitId(4);

    /** The month in which the clock of the tests begins. */
    static final YearMonth MARCH = YearMonth.of(2026, 3);

    private static final TestDatabase DATABASE =
            TestServer.fresh("insights", coordinates -> migrate(coordinates));
    private static final HikariDataSource SOURCE = pool(DATABASE.coordinates());
    private static final AtomicLong NUMBER = new AtomicLong();

    final JdbcClient jdbc = JdbcClient.create(SOURCE);
    private static final JdbcTransactionManager MANAGER = new JdbcTransactionManager(SOURCE);

    final TransactionTemplate transactions = new TransactionTemplate(MANAGER);
    final TestClock clock = new TestClock();
    final Now now = new Now(clock, () -> ZoneId.of("Europe/Moscow"));
    final Observations observations = new Observations(jdbc);
    final Fold fold = new Fold(jdbc, transactions, new Steps(jdbc), now);
    final Cells cells = new Cells(jdbc, transactions, fold);
    final Publications publications = new Publications(jdbc, new CellReader(jdbc, now));

    private final List<Observation> seen = new ArrayList<>();

    @BeforeEach
    void empty() {
        jdbc.sql(
                        """
                        truncate insights.observation, insights.inbox, insights.cell,
                                 insights.step, insights.waiting, insights.movement,
                                 insights.rater
                        """)
                .update();
        jdbc.sql("update insights.generation set gathered = null").update();
        clock.set(TestClock.START);
    }

    void at(LocalDate day) {
        clock.set(day.atTime(9, 0).toInstant(ZoneOffset.UTC));
    }

    /** Everything that was rated is observed and folded, as if it had just happened. */
    UnitMatrix matrix() {
        return matrix(Measure.NPS, Period.ALL);
    }

    UnitMatrix matrix(Measure measure, Period period) {
        observe();
        return publications.edition(Structure.OF_ITS_TIME).matrix(measure, period);
    }

    void observe() {
        observations.record(seen());
        fold.everything();
    }

    void bring() {
        observations.bring(seen());
        fold.everything();
    }

    /** What was seen and not observed yet. */
    List<Observation> seen() {
        List<Observation> news = List.copyOf(seen);
        seen.clear();
        return news;
    }

    /** One rating of each person, numbered from the first on. */
    void rate(UnitId client, UnitId provider, long first, int... scores) {
        rate(client, provider, MARCH, first, scores);
    }

    void rate(UnitId client, UnitId provider, YearMonth month, long first, int... scores) {
        for (int i = 0; i < scores.length; i++) {
            see(Measure.NPS, client, provider, month, scores[i], first + i);
        }
    }

    void see(
            Measure measure,
            UnitId client,
            UnitId provider,
            YearMonth month,
            int value,
            long rater) {
        seen.add(
                new Observation(
                        "s" + NUMBER.incrementAndGet(),
                        measure,
                        client,
                        provider,
                        null,
                        month.atDay(9),
                        value,
                        rater));
    }

    static Figure figure(UnitMatrix matrix, UnitId client, UnitId provider) {
        return matrix.cell(client, provider).orElseThrow().figure();
    }

    static Figure.Published published(UnitMatrix matrix, UnitId client, UnitId provider) {
        return (Figure.Published) figure(matrix, client, provider);
    }

    static Reason withheld(UnitMatrix matrix, UnitId client, UnitId provider) {
        return ((Figure.Withheld) figure(matrix, client, provider)).reason();
    }

    static long answers(Figure figure) {
        return ((Figure.Published) figure).n();
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
