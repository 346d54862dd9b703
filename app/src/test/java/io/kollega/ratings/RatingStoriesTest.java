package io.kollega.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.ratings.Rateable.Standing;
import io.kollega.requests.events.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@KollegaTest
class RatingStoriesTest {
    private static final Draft NINE =
            new Draft("9", "easy", "yes", Map.of("speed", "5"), List.of("fast"), "Спасибо");
    private static final Draft ONE = new Draft("1", null, null, Map.of(), List.of(), null);
    private static final Draft CLEAR =
            new Draft(null, null, null, Map.of("clarity", "4"), List.of(), null);

    @Autowired Ratings ratings;
    @Autowired Sweep sweep;
    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionOperations transactions;

    private Solving solving;

    @BeforeEach
    void begin() {
        solving = new Solving(cast, clock, events, transactions);
    }

    @AfterEach
    void end() {
        clock.set(TestClock.START);
        sweep.everything();
    }

    @Test
    void sealsTheFirstSideAndOpensWithTheSecond() {
        RequestId request = solving.solved();
        give(request, "irina", NINE);
        assertThat(seen(request, "irina").own()).isNotNull();
        assertThat(seen(request, "pavel").other()).isNull();
        assertThat(observed(request)).isZero();

        give(request, "pavel", CLEAR);
        assertThat(seen(request, "pavel").other()).isEqualTo(seen(request, "irina").own());
        assertThat(seen(request, "irina").other()).isEqualTo(seen(request, "pavel").own());
        assertThat(observed(request)).isEqualTo(5);
    }

    @Test
    void replacesWhatWasGivenUntilTheReveal() {
        RequestId request = solving.solved();
        give(request, "irina", NINE);
        give(request, "irina", new Draft("3", null, null, Map.of(), List.of(), null));
        assertThat(seen(request, "irina").own()).isEqualTo(Rating.tap(3));
        give(request, "pavel", CLEAR);
        assertThat(refusal(request, "irina")).isEqualTo(Refusal.REVEALED);
        assertThat(refusal(request, "pavel")).isEqualTo(Refusal.REVEALED);
        assertThat(observed(request)).isEqualTo(2);
    }

    @Test
    void refusesBeforeTheSolution() {
        RequestId request = solving.submitted("irina", "accounting", "it");
        assertThat(refusal(request, "irina")).isEqualTo(Refusal.NOT_SOLVED);
    }

    @Test
    void refusesThoseWhoAreNoParty() {
        RequestId request = solving.solved();
        assertThat(refusal(request, "vera")).isEqualTo(Refusal.UNKNOWN);
        assertThat(ratings.seenBy(cast.id("vera"), request)).isEmpty();
        assertThat(refusal(new RequestId(Long.MAX_VALUE), "irina")).isEqualTo(Refusal.UNKNOWN);
    }

    @Test
    void letsNobodyRateThemselves() {
        RequestId request = solving.solved("pavel", "it", "pavel", "it");
        assertThat(refusal(request, "pavel")).isEqualTo(Refusal.OWN_WORK);
        clock.advance(Duration.ofDays(60));
        sweep.everything();
        assertThat(seen(request, "pavel").rateable().standing()).isEqualTo(Standing.OWN_WORK);
    }

    @Test
    void opensWhatIsThereWhenTheWindowCloses() {
        RequestId request = solving.solved();
        give(request, "irina", NINE);
        clock.set(Instant.parse("2026-03-10T14:59:59Z"));
        sweep.everything();
        assertThat(seen(request, "pavel").other()).isNull();
        clock.set(Instant.parse("2026-03-11T15:00:00Z"));
        assertThat(refusal(request, "pavel")).isEqualTo(Refusal.CLOSED);
        sweep.everything();
        sweep.everything();
        assertThat(seen(request, "pavel").other()).isNotNull();
        assertThat(observed(request)).isEqualTo(4);
        assertThat(refusal(request, "pavel")).isEqualTo(Refusal.REVEALED);
    }

    @Test
    void keepsWhatIsBroughtSealedUntilItsTime() {
        Instant now = TestClock.START;
        RequestId open = new RequestId(7_900_001);
        RequestId sealed = new RequestId(7_900_002);
        ratings.bringHistory(
                List.of(brought(open, now.minusSeconds(60)), brought(sealed, now.plusSeconds(60))));
        assertThat(observed(open)).isPositive();
        assertThat(observed(sealed)).isZero();
        assertThat(seen(sealed, "pavel").other()).isNull();
        give(sealed, "pavel", CLEAR);
        assertThat(seen(sealed, "pavel").other()).isNotNull();
        assertThat(observed(sealed)).isPositive();
    }

    private BroughtRating brought(RequestId request, Instant revealed) {
        return new BroughtRating(
                request,
                cast.id("irina"),
                cast.unit("accounting"),
                cast.id("pavel"),
                cast.unit("it"),
                null,
                "Ноутбук",
                TestClock.START.minusSeconds(3_600),
                revealed,
                8,
                null,
                null,
                Map.of(),
                List.of(),
                "",
                Map.of());
    }

    @Test
    void voidsWhatWasGivenBeforeTheReopening() {
        RequestId request = solving.solved();
        give(request, "irina", NINE);
        solving.reopen(request);
        assertThat(refusal(request, "irina")).isEqualTo(Refusal.NOT_SOLVED);
        clock.advance(Duration.ofDays(30));
        sweep.everything();
        assertThat(seen(request, "irina").rateable().standing()).isEqualTo(Standing.UNSOLVED);

        solving.solve(request, "irina", "accounting", "pavel", "it");
        assertThat(seen(request, "irina").own()).isNull();
        give(request, "pavel", CLEAR);
        assertThat(seen(request, "irina").other()).isNull();
        give(request, "irina", new Draft("2", null, null, Map.of(), List.of(), null));
        assertThat(seen(request, "pavel").other()).isEqualTo(Rating.tap(2));
        assertThat(observed(request)).isEqualTo(2);
    }

    @Test
    void keepsWhatTheClientSaidOfSolutionThatTheProviderTookBack() {
        RequestId request = solving.solved();
        give(request, "irina", ONE);
        solving.reopen(request, "pavel");
        assertThat(seen(request, "irina").own()).isEqualTo(Rating.tap(1));
        assertThat(refusal(request, "irina")).isEqualTo(Refusal.NOT_SOLVED);
        solving.solve(request, "irina", "accounting", "pavel", "it");
        assertThat(seen(request, "irina").own()).isEqualTo(Rating.tap(1));
        clock.advance(Duration.ofDays(30));
        sweep.everything();
        assertThat(seen(request, "pavel").other()).isEqualTo(Rating.tap(1));
    }

    @Test
    void opensItAtTheOldEndWhenNothingIsSolvedAgain() {
        RequestId request = solving.solved();
        give(request, "irina", ONE);
        solving.reopen(request, "pavel");
        clock.set(Instant.parse("2026-03-10T14:59:59Z"));
        sweep.everything();
        assertThat(seen(request, "pavel").other()).isNull();
        clock.advance(Duration.ofDays(30));
        sweep.everything();
        assertThat(seen(request, "pavel").other()).isEqualTo(Rating.tap(1));
        assertThat(observed(request)).isEqualTo(1);
    }

    @Test
    void letsTheClientChangeItAfterTheNextSolution() {
        RequestId request = solving.solved();
        give(request, "irina", ONE);
        solving.reopen(request, "pavel");
        solving.solve(request, "irina", "accounting", "pavel", "it");
        give(request, "irina", NINE);
        give(request, "pavel", CLEAR);
        assertThat(observedOf(request)).containsOnly(cast.unit("it").value());
        assertThat(observed(request)).isEqualTo(5);
    }

    @Test
    void countsItForTheUnitWhoseSolutionItWas() {
        RequestId request = solving.solved();
        give(request, "irina", ONE);
        solving.reopen(request, "pavel");
        solving.solve(request, "irina", "accounting", "dmitry", "procurement");
        clock.advance(Duration.ofDays(30));
        sweep.everything();
        assertThat(observedOf(request)).containsExactly(cast.unit("it").value());

        RequestId changed = solving.solved();
        give(changed, "irina", ONE);
        solving.reopen(changed, "pavel");
        solving.solve(changed, "irina", "accounting", "dmitry", "procurement");
        give(changed, "irina", new Draft("8", null, null, Map.of(), List.of(), null));
        clock.advance(Duration.ofDays(30));
        sweep.everything();
        assertThat(observedOf(changed)).containsExactly(cast.unit("procurement").value());
    }

    @Test
    void voidsItWhenTheClientWithdraws() {
        RequestId request = solving.solved();
        give(request, "irina", ONE);
        solving.reopen(request, "pavel");
        solving.withdraw(request);
        clock.advance(Duration.ofDays(30));
        sweep.everything();
        assertThat(seen(request, "pavel").other()).isNull();
        assertThat(observed(request)).isZero();
    }

    @Test
    void beginsAnewForTheProviderWhoTookTheSolutionBack() {
        for (boolean rated : List.of(true, false)) {
            RequestId request = solving.solved();
            if (rated) {
                give(request, "irina", ONE);
            }
            solving.reopen(request, "pavel");
            assertThat(refusal(request, "pavel")).isEqualTo(Refusal.NOT_SOLVED);
            solving.solve(request, "irina", "accounting", "pavel", "it");
            assertThat(seen(request, "pavel").own()).isNull();
        }
        RequestId alone = solving.solved();
        give(alone, "pavel", CLEAR);
        solving.reopen(alone, "pavel");
        solving.solve(alone, "irina", "accounting", "pavel", "it");
        assertThat(seen(alone, "pavel").own()).isNull();
    }

    @Test
    void keepsWhatWasRevealedWhenReopenedLater() {
        RequestId request = solving.solved();
        give(request, "irina", NINE);
        give(request, "pavel", CLEAR);
        solving.reopen(request);
        solving.solve(request, "irina", "accounting", "pavel", "it");
        assertThat(seen(request, "irina").rateable().standing()).isEqualTo(Standing.REVEALED);
        assertThat(refusal(request, "irina")).isEqualTo(Refusal.REVEALED);
    }

    @Test
    void revealsOnceWhenSidesAndSweepersRace() throws Exception {
        List<RequestId> requests = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            requests.add(solving.solved());
        }
        requests.forEach(request -> give(request, "irina", NINE));
        clock.set(Instant.parse("2026-03-10T14:59:00Z"));
        List<Callable<Object>> work = new ArrayList<>();
        for (RequestId request : requests) {
            work.add(() -> ratings.give(request, cast.id("pavel"), CLEAR));
            work.add(() -> ratings.give(request, cast.id("irina"), NINE));
        }
        work.add(() -> {
            clock.set(Instant.parse("2026-03-12T15:00:00Z"));
            return sweep.batch();
        });
        work.add(sweep::batch);
        try (var pool = Executors.newFixedThreadPool(6)) {
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
        }
        sweep.everything();
        assertThat(requests).allSatisfy(request -> assertThat(toldOf(request)).isEqualTo(2));
        assertThat(requests).allSatisfy(request -> assertThat(observed(request)).isBetween(4, 5));
    }

    @Test
    void leavesNothingBehindWhenTheRevealBreaks() {
        RequestId request = solving.solved();
        give(request, "irina", NINE);
        transactions.executeWithoutResult(status -> {
            give(request, "pavel", CLEAR);
            status.setRollbackOnly();
        });
        assertThat(observed(request)).isZero();
        assertThat(seen(request, "irina").other()).isNull();
        assertThat(seen(request, "pavel").own()).isNull();
    }

    private void give(RequestId request, String login, Draft draft) {
        assertThat(ratings.give(request, cast.id(login), draft)).isInstanceOf(Answer.Kept.class);
    }

    private Refusal refusal(RequestId request, String login) {
        return switch (ratings.give(request, cast.id(login), NINE)) {
            case Answer.Refused(var refusal) -> refusal;
            case Answer.Kept _, Answer.Unfit _ -> throw new AssertionError("not refused");
        };
    }

    private RatedRequest seen(RequestId request, String login) {
        return ratings.seenBy(cast.id(login), request).orElseThrow();
    }

    private int observed(RequestId request) {
        return jdbc.sql("select count(*) from insights.observation where source like ?")
                .param("rating:" + request.value() + ":%")
                .query(Integer.class)
                .single();
    }

    private List<Long> observedOf(RequestId request) {
        return jdbc.sql("select distinct provider from insights.observation where source like ?")
                .param("rating:" + request.value() + ":%")
                .query(Long.class)
                .list();
    }

    /** How many people were told that the ratings are open, each once. */
    private int toldOf(RequestId request) {
        return jdbc.sql(
                        """
                        select count(*) from notifications.notice
                         where subject_kind = 'request' and subject_id = ?
                           and sentence = 'notifications.kind.ratings-revealed'
                        """)
                .param(request.value())
                .query(Integer.class)
                .single();
    }
}
