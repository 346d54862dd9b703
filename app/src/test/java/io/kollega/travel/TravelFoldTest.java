package io.kollega.travel;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.exchange.EventLogs;
import io.kollega.exchange.LogOutcome;
import io.kollega.exchange.Progress;
import io.kollega.organization.Organization;
import io.kollega.organization.UnitId;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each test brings in requests of a month of its own, so that it can ask for its figures alone. */
@KollegaTest
class TravelFoldTest {
    static final String MAPPING =
            """
            source: %1$s
            missing: ["?"]
            request: id
            at: { column: at, pattern: yyyy-MM-dd HH:mm, zone: UTC }
            state:
              columns: [state]
              map: { New: queued, Active: working, Asked: waiting-client, Outside: waiting-outside, Solved: solved, Closed: closed }
            unit: { column: group, parent: division }
            client: { unit: client }
            """;

    /** All of few waited two hours, which is not told more finely. */
    private static final Usual UP_TO_FOUR_HOURS = new Usual(4 * 3600, Usual.Precision.AT_MOST);

    @Autowired private EventLogs logs;
    @Autowired private TravelFold fold;
    @Autowired private TravelCells cells;
    @Autowired private TravelQueries queries;
    @Autowired private Organization organization;
    @Autowired private JdbcClient jdbc;
    @Autowired private TestClock clock;

    /**
     * Before and after the months of these tests there are enough people in rare places, so that
     * what other tests leave in the company never has to be counted with one of these months.
     */
    @BeforeEach
    void surround() {
        if (organization.unit("around U1").isEmpty()) {
            bring("around", around("around", List.of("2014-02", "2015-01")));
        }
    }

    /** However recent they are, and whatever else is waiting. */
    @Test
    void readsTheWaysOfWhatWasBroughtInAtOnce() {
        fold.fold();
        bringOnly("noted", around("noted", List.of("2013-05")));
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from travel.noted join requests.request
                                            on request.id = noted.request
                                        where source = 'noted'
                                        """)
                                .query(Long.class)
                                .single())
                .isEqualTo(6);
        bring("noted", around("noted", List.of("2013-05")));
        fold.fold();
        assertThat(cells.differences()).isZero();
    }

    /** Six requests a month, each of somebody else and with units of its own. */
    static String around(String prefix, List<String> months) {
        StringBuilder log = new StringBuilder("id,at,state,group,division,client\n");
        for (String month : months) {
            for (int i = 1; i <= 6; i++) {
                log.append(
                        """
                        %3$s %1$s %2$d,%1$s-01 08:00,New,%3$s U%2$d,%3$s UD%2$d,%3$s C%2$d
                        %3$s %1$s %2$d,%1$s-01 09:00,Active,%3$s V%2$d,%3$s VD%2$d,%3$s C%2$d
                        %3$s %1$s %2$d,%1$s-01 10:00,Asked,%3$s V%2$d,%3$s VD%2$d,%3$s C%2$d
                        %3$s %1$s %2$d,%1$s-01 11:00,Closed,%3$s V%2$d,%3$s VD%2$d,%3$s C%2$d
                        """
                                .formatted(month, i, prefix));
            }
        }
        return log.toString();
    }

    @AfterEach
    void setTheClockBack() {
        clock.set(TestClock.START);
        jdbc.sql("update travel.seen set request = 0 where request = ?")
                .param(Long.MAX_VALUE)
                .update();
    }

    @Test
    void addsUpHandoversReturnsWaitsAndReopenings() {
        bring("sums", closedRequests("2014-03", "sums"));
        TravelFigures figures = figures(2014, 3, TravelQuestion.Level.UNITS);
        assertThat(figures.totals())
                .extracting(
                        TravelFigures.Totals::requests,
                        TravelFigures.Totals::handovers,
                        TravelFigures.Totals::cameBack,
                        TravelFigures.Totals::reopened,
                        TravelFigures.Totals::waited,
                        TravelFigures.Totals::usual)
                .containsExactly(6L, 18L, 6L, 6L, 6L, UP_TO_FOUR_HOURS);
        assertThat(figures.totals().shares())
                .containsExactly(
                        new TravelFigures.Share("unit", 6 * 6 * 3600L),
                        new TravelFigures.Share("client", 6 * 3 * 3600L),
                        new TravelFigures.Share("approval", 0),
                        new TravelFigures.Share("outside", 0),
                        new TravelFigures.Share("scheduled", 0),
                        new TravelFigures.Share("closed", 0));
        assertThat(figures.flows().rows())
                .containsExactlyInAnyOrder(
                        new TravelFigures.Flow(unit("sums A1"), unit("sums A2"), 6, 6, 0),
                        new TravelFigures.Flow(unit("sums A2"), unit("sums B1"), 6, 6, 0),
                        new TravelFigures.Flow(unit("sums B1"), unit("sums A1"), 6, 6, 6));
        assertThat(figures.waiting().rows())
                .containsExactly(
                        new TravelFigures.Waiting(unit("sums A2"), 6, 6, UP_TO_FOUR_HOURS));
        assertThat(figures.times().rows())
                .contains(new TravelFigures.UnitTime(unit("sums B1"), 6, 6 * 3600L, 0));
        assertThat(figures.timeToSolve().open()).isZero();
    }

    @Test
    void endsTheWaitAndTheLifeWithTheSolutionAndNotWithTheReopeningOrTheClosure() {
        StringBuilder log = new StringBuilder("id,at,state,group,division,client\n");
        for (int i = 1; i <= 10; i++) {
            log.append(
                    """
                    ends %1$s-1,2014-12-01 08:00,New,ends A1,ends A,?
                    ends %1$s-1,2014-12-01 09:00,Asked,ends A1,ends A,?
                    ends %1$s-1,2014-12-01 10:00,Solved,ends A1,ends A,?
                    ends %1$s-1,2014-12-01 15:00,Active,ends A1,ends A,?
                    ends %1$s-1,2014-12-01 16:00,Solved,ends A1,ends A,?
                    ends %1$s-1,2014-12-09 16:00,Closed,ends A1,ends A,?
                    ends %1$s-2,2014-12-01 08:00,Asked,ends A1,ends A,?
                    ends %1$s-2,2014-12-01 09:00,Solved,ends A1,ends A,?
                    ends %1$s-2,2014-12-01 14:00,Closed,ends A2,ends A,?
                    ends %1$s-2,2014-12-01 15:00,Active,ends A2,ends A,?
                    ends %1$s-2,2014-12-01 16:00,Solved,ends A2,ends A,?
                    """
                            .formatted(i));
        }
        bring("ends", log.toString());
        TravelFigures figures = figures(2014, 12, TravelQuestion.Level.UNITS);
        assertThat(figures.totals().usual()).isEqualTo(new Usual(3600, Usual.Precision.EXACT));
        assertThat(figures.timeToSolve().median())
                .isEqualTo(kollega.measurement.Outcome.estimated(8 * 3600.0));
    }

    @Test
    void countsARequestOnceForADivision() {
        bring("divided", closedRequests("2014-04", "divided"));
        TravelFigures figures = figures(2014, 4, TravelQuestion.Level.DIVISIONS);
        assertThat(figures.flows().rows())
                .containsExactlyInAnyOrder(
                        new TravelFigures.Flow(unit("divided A"), unit("divided B"), 6, 6, 0),
                        new TravelFigures.Flow(unit("divided B"), unit("divided A"), 6, 6, 6));
        assertThat(figures.times().rows())
                .extracting(TravelFigures.UnitTime::unit, TravelFigures.UnitTime::requests)
                .contains(org.assertj.core.groups.Tuple.tuple(unit("divided A"), 6L));
    }

    @Test
    void balancesWhatIsWaitedForAgainstWhatIsWaited() {
        bring("balance", closedRequests("2014-05", "balance"));
        assertThat(figures(2014, 5, TravelQuestion.Level.UNITS).balances().rows())
                .contains(
                        // B1 asked: its own hour in hand is nobody's waiting.
                        new TravelFigures.Balance(unit("balance B1"), 0L, 6 * 5 * 3600L),
                        new TravelFigures.Balance(unit("balance A2"), 6 * 2 * 3600L, 0L));
    }

    @Test
    void cellsAreTheSumsOfTheRowsHoweverOftenRequestsAreReadAgain() {
        bring("again", closedRequests("2014-06", "again"));
        assertThat(cells.differences()).isZero();
        TravelFigures before = figures(2014, 6, TravelQuestion.Level.UNITS);
        long folded =
                jdbc.sql(
                                """
                                insert into travel.noted select request from travel.way
                                where month = '2014-06-01' returning request\
                                """)
                        .query(Long.class)
                        .list()
                        .size();
        assertThat(fold.fold()).isEqualTo((int) folded);
        assertThat(cells.differences()).isZero();
        assertThat(figures(2014, 6, TravelQuestion.Level.UNITS).totals())
                .isEqualTo(before.totals());
    }

    @Test
    void findsCellsThatAreNotTheSumsOfTheRows() {
        bring("wrong", closedRequests("2014-07", "wrong"));
        jdbc.sql(
                        "update travel.month_cell set handovers = handovers + 1 where month = '2014-07-01'")
                .update();
        assertThat(cells.differences()).isEqualTo(2);
        fold.forget();
        fold.fold();
        assertThat(cells.differences()).isZero();
        assertThat(figures(2014, 7, TravelQuestion.Level.UNITS).totals().handovers()).isEqualTo(18);
    }

    @Test
    void readsOpenRequestsAgainAsTheyAge() {
        bring("open", openRequests("2014-08"));
        TravelFigures before = figures(2014, 8, TravelQuestion.Level.UNITS);
        // What other tests submitted is not to come in meanwhile.
        jdbc.sql("update travel.seen set request = ?").param(Long.MAX_VALUE).update();
        clock.advance(Duration.ofMinutes(30));
        assertThat(fold.fold()).isZero();
        clock.advance(Duration.ofMinutes(30));
        assertThat(fold.fold()).isGreaterThanOrEqualTo(5);
        TravelFigures after = figures(2014, 8, TravelQuestion.Level.UNITS);
        assertThat(seconds(after, "outside") - seconds(before, "outside")).isEqualTo(5 * 3600);
        assertThat(after.timeToSolve().open()).isEqualTo(5);
        assertThat(cells.differences()).isZero();
    }

    @Test
    void movesRequestsInTheCellsWhenAUnitGetsAnotherDivision() {
        bring("moved", closedRequests("2014-09", "moved"));
        jdbc.sql("update organization.unit_state set parent = ? where unit = ?")
                .params(unit("moved B"), unit("moved A2"))
                .update();
        clock.advance(Duration.ofMinutes(1));
        fold.fold();
        assertThat(figures(2014, 9, TravelQuestion.Level.DIVISIONS).flows().rows())
                .containsExactlyInAnyOrder(
                        new TravelFigures.Flow(unit("moved A"), unit("moved B"), 6, 6, 0),
                        new TravelFigures.Flow(unit("moved B"), unit("moved A"), 6, 6, 6));
        assertThat(cells.differences()).isZero();
    }

    @Test
    void withholdsWhatFewPeopleAsked() {
        bring("few", closedRequests("2015-03", "few").lines().limit(1 + 4 * 9).toList());
        TravelFigures figures = figures(2015, 3, TravelQuestion.Level.UNITS);
        assertThat(figures.withheld()).isTrue();
        assertThat(figures.totals().requests()).isZero();
        assertThat(figures.flows().rows()).isEmpty();
        assertThat(figures.flows().withheld()).isEqualTo(3);
        assertThat(figures.times().rows()).isEmpty();
        assertThat(figures.waiting().rows()).isEmpty();
        assertThat(figures.balances().rows()).isEmpty();
    }

    @Test
    void countsPeopleAndNotRequests() {
        // Twelve requests of four people, of whom one asked nine times.
        String log = closedRequests("2015-02", "same") + more(closedRequests("2015-02", "too"));
        bringOnly(
                "same",
                MAPPING.replace("{ unit: client }", "{ unit: client, person: asker }"),
                byFourPeople(log.replace("too ", "same too ")));
        fold.fold();
        TravelFigures figures = figures(2015, 2, TravelQuestion.Level.UNITS);
        assertThat(figures.flows().rows()).isEmpty();
        assertThat(figures.flows().withheld()).isGreaterThanOrEqualTo(3);
        assertThat(figures.times().rows()).isEmpty();
        assertThat(
                        jdbc.sql(
                                        "select count(distinct asker) from travel.way where month = '2015-02-01'")
                                .query(Long.class)
                                .single())
                .isEqualTo(4);
        assertThat(cells.differences()).isZero();
    }

    @Test
    void findsCellsThatRestOnOthersThanTheySay() {
        bring("behind", closedRequests("2014-10", "behind"));
        jdbc.sql(
                        "update travel.part_cell set held_askers = '{1,2,3,4,5}' where month = '2014-10-01'")
                .update();
        assertThat(cells.differences()).isPositive();
        fold.forget();
        fold.fold();
        assertThat(cells.differences()).isZero();
    }

    private static String more(String log) {
        return log.lines().skip(1).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String byFourPeople(String log) {
        List<String> lines = log.lines().toList();
        StringBuilder asked = new StringBuilder(lines.getFirst()).append(",asker\n");
        for (String line : lines.subList(1, lines.size())) {
            int number =
                    (line.startsWith("same too") ? 6 : 0)
                            + line.charAt(line.indexOf(',') - 1)
                            - '0';
            asked.append(line).append(",asker ").append(Math.max(1, number - 8)).append('\n');
        }
        return asked.toString();
    }

    @Test
    void saysHowManyRequestsAreStillUncounted() {
        bringOnly("uncounted", closedRequests("2014-11", "uncounted"));
        assertThat(figures(2014, 11, TravelQuestion.Level.UNITS).uncounted())
                .isGreaterThanOrEqualTo(6);
        fold.fold();
        assertThat(figures(2014, 11, TravelQuestion.Level.UNITS).uncounted()).isZero();
    }

    /**
     * Six times: A1 an hour, A2 an hour, the client two hours, A2 an hour, B1 an hour, A1 an hour,
     * solved, an hour later reopened with A1, and closed an hour after that. B1 is the client.
     */
    static String closedRequests(String month, String prefix) {
        StringBuilder log = new StringBuilder("id,at,state,group,division,client\n");
        for (int i = 1; i <= 6; i++) {
            String[] events = {
                "08:00,New,A1,A", "09:00,Active,A2,A", "10:00,Asked,A2,A", "12:00,Active,A2,A",
                "13:00,Active,B1,B", "14:00,Active,A1,A", "15:00,Solved,A1,A", "16:00,Active,A1,A",
                "17:00,Closed,A1,A"
            };
            for (String event : events) {
                String[] cells = event.split(",");
                log.append(
                        "%1$s %2$d,%3$s-0%2$d %4$s,%5$s,%1$s %6$s,%1$s %7$s,%1$s B1%n"
                                .formatted(
                                        prefix, i, month, cells[0], cells[1], cells[2], cells[3]));
            }
        }
        return log.toString();
    }

    private static String openRequests(String month) {
        StringBuilder log = new StringBuilder("id,at,state,group,division,client\n");
        for (int i = 1; i <= 5; i++) {
            log.append("open %1$d,%2$s-0%1$d 08:00,Outside,open A1,open A,?\n".formatted(i, month));
        }
        return log.toString();
    }

    private void bring(String source, List<String> lines) {
        bring(source, String.join("\n", lines));
    }

    private void bring(String source, String log) {
        bringOnly(source, log);
        fold.fold();
    }

    private void bringOnly(String source, String log) {
        bringOnly(source, MAPPING, log);
    }

    private void bringOnly(String source, String mapping, String log) {
        assertThat(
                        logs.bring(
                                new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)),
                                new StringReader(mapping.formatted(source)),
                                Progress.unheard()))
                .isInstanceOf(LogOutcome.Imported.class);
    }

    private TravelFigures figures(int year, int month, TravelQuestion.Level level) {
        YearMonth asked = YearMonth.of(year, month);
        return queries.answer(new TravelQuestion(asked, asked, level));
    }

    private static long seconds(TravelFigures figures, String holder) {
        return figures.totals().shares().stream()
                .filter(share -> share.holder().equals(holder))
                .mapToLong(TravelFigures.Share::seconds)
                .sum();
    }

    private long unit(String code) {
        return organization.unit(code).map(unit -> unit.id()).map(UnitId::value).orElseThrow();
    }
}
