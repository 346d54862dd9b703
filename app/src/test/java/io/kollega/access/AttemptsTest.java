package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.access.Attempts.Turn;
import io.kollega.access.FamiliarPlaces.Known;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each test has logins and addresses of its own. */
@KollegaTest
class AttemptsTest {
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired Attempts attempts;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;

    private final String login = "login" + NEXT.incrementAndGet();
    private final Origin home = new Origin("198.51.100." + NEXT.incrementAndGet(), null);

    @AfterEach
    void setClockBack() {
        clock.set(TestClock.START);
    }

    @Test
    void letsNobodyWaitForClockThatWentBack() {
        clock.advance(Duration.ofDays(3));
        fail(Attempts.Count.PLACE.pace.free() + 1, login, home);
        assertThat(delay(login, home)).isPositive();
        clock.set(TestClock.START);
        assertThat(begin(login, home)).isInstanceOf(Turn.Granted.class);
    }

    @Test
    void letsNobodyWaitElsewhereForWhatWasFreeWhenTheClockGoesBackALittle() {
        clock.advance(Duration.ofSeconds(6));
        assertThat(begin(login, home)).isInstanceOf(Turn.Granted.class);
        clock.set(TestClock.START);
        Origin elsewhere = new Origin("198.51.100." + NEXT.incrementAndGet(), null);
        assertThat(begin(login, elsewhere)).isInstanceOf(Turn.Granted.class);
    }

    @Test
    void slowsOnePlaceMoreAndMoreAndNeverLocksIt() {
        fail(Attempts.Count.PLACE.pace.free(), login, home);
        assertThat(begin(login, home)).as("not slowed yet").isInstanceOf(Turn.Granted.class);
        assertThat(delay(login, home)).isEqualTo(Duration.ofSeconds(5));
        clock.advance(Duration.ofSeconds(2));
        assertThat(delay(login, home)).as("told honestly").isEqualTo(Duration.ofSeconds(3));
        for (int seconds : new int[] {10, 20, 40, 80, 160, 320}) {
            clock.advance(delay(login, home));
            assertThat(begin(login, home)).isInstanceOf(Turn.Granted.class);
            assertThat(delay(login, home)).isEqualTo(Duration.ofSeconds(seconds));
        }
        for (int i = 0; i < 100; i++) {
            Duration delay = delay(login, home);
            assertThat(delay).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(15));
            clock.advance(delay);
            assertThat(begin(login, home)).isInstanceOf(Turn.Granted.class);
        }
    }

    @Test
    void leavesWhoGuessesOnAndOnLessThanHundredAttemptsADay() {
        int attempts = 0;
        for (Duration day = Duration.ZERO; day.compareTo(Duration.ofDays(1)) < 0; ) {
            Origin everywhere = new Origin("203.0.113." + attempts, null);
            if (begin(login, everywhere) instanceof Turn.Slowed slowed) {
                clock.advance(slowed.delay());
                day = day.plus(slowed.delay());
            } else {
                attempts++;
            }
        }
        assertThat(attempts - Attempts.Count.LOGIN.pace.free()).isLessThan(110);
    }

    @Test
    void doesNotCountWhoComesBackTooEarly() {
        fail(Attempts.Count.PLACE.pace.free() + 1, login, home);
        Duration delay = delay(login, home);
        for (int i = 0; i < 50; i++) {
            assertThat(delay(login, home)).isEqualTo(delay);
        }
        clock.advance(delay);
        assertThat(begin(login, home)).isInstanceOf(Turn.Granted.class);
    }

    @Test
    void forgivesPlaceAfterSuccess() {
        fail(Attempts.Count.PLACE.pace.free(), login, home);
        attempts.succeeded((Turn.Granted) begin(login, home));
        fail(Attempts.Count.PLACE.pace.free(), login, home);
        assertThat(begin(login, home)).isInstanceOf(Turn.Granted.class);
    }

    @Test
    void countsNothingThatWasTakenBack() {
        for (int i = 0; i < 30; i++) {
            attempts.takeBack((Turn.Granted) begin(login, home));
        }
        assertThat(begin(login, home)).isInstanceOf(Turn.Granted.class);
    }

    @Test
    void slowsStrangersOnOneLoginFromWherever() {
        for (int i = 0; i <= Attempts.Count.LOGIN.pace.free(); i++) {
            assertThat(begin(login, new Origin("203.0.113." + i, null)))
                    .isInstanceOf(Turn.Granted.class);
        }
        assertThat(delay(login, home)).isEqualTo(Duration.ofSeconds(5));
        assertThat(begin("other-" + login, home)).isInstanceOf(Turn.Granted.class);
    }

    @Test
    void sparesFamiliarPlacesTheAttemptsOfStrangers() {
        Origin browser = new Origin(home.network(), Secret.create());
        fail(Attempts.Count.PLACE.pace.free() + 1, login, home);
        for (int i = 0; i <= Attempts.Count.LOGIN.pace.free(); i++) {
            begin(login, new Origin("203.0.113." + i, null));
        }
        assertThat(attempts.begin(login, browser, Known.BY_DEVICE))
                .as("somebody else at this very address is slowed")
                .isInstanceOf(Turn.Granted.class);
        Origin office = new Origin("192.0.2.77", null);
        assertThat(attempts.begin(login, office, Known.BY_ADDRESS))
                .isInstanceOf(Turn.Granted.class);
    }

    @Test
    void slowsFamiliarPlaceByItsOwnAttempts() {
        Origin browser = new Origin(home.network(), Secret.create());
        for (int i = 0; i <= Attempts.Count.PLACE.pace.free(); i++) {
            attempts.begin(login, browser, Known.BY_DEVICE);
        }
        assertThat(attempts.begin(login, browser, Known.BY_DEVICE)).isInstanceOf(Turn.Slowed.class);
    }

    @Test
    void letsNewcomersOfHotAddressInAfterDelayOfTheirOwn() {
        for (int i = 0; i < 300; i++) {
            begin(login + "-sprayed-" + i, home);
        }
        Duration delay = delay(login, home);
        assertThat(delay).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(30));
        clock.advance(delay.minusSeconds(1));
        for (int i = 0; i < 300; i++) {
            begin(login + "-sprayed-again-" + i, home);
        }
        assertThat(delay(login, home)).as("no longer for it").isEqualTo(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(begin(login, home)).isInstanceOf(Turn.Granted.class);
        assertThat(attempts.begin("known-" + login, home, Known.BY_ADDRESS))
                .as("colleagues who have been here before")
                .isInstanceOf(Turn.Granted.class);
    }

    @Test
    void coolsAddressDownInSomeMinutes() {
        for (int i = 0; i < 300; i++) {
            begin(login + "-sprayed-" + i, home);
        }
        clock.advance(Duration.ofMinutes(10));
        assertThat(begin(login, home)).isInstanceOf(Turn.Granted.class);
    }

    @Test
    void countsAttemptsAtOnce() throws Exception {
        List<Callable<Turn>> tries = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            tries.add(() -> begin(login, home));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            long granted = 0;
            for (Future<Turn> turn : threads.invokeAll(tries)) {
                granted += turn.get() instanceof Turn.Granted ? 1 : 0;
            }
            assertThat(granted).isEqualTo(Attempts.Count.PLACE.pace.free() + 1);
        }
    }

    @Test
    void forgetsWhatNoLongerCounts() {
        fail(2, login, home);
        clock.advance(Attempts.KEPT.plusSeconds(1));
        attempts.sweep();
        assertThat(
                        jdbc.sql("select exists (select from access.attempt where key = ?)")
                                .param(Secret.hash("LOGIN " + login))
                                .query(Boolean.class)
                                .single())
                .isFalse();
        for (Attempts.Count count : Attempts.Count.values()) {
            double most = count.pace.more(1000);
            assertThat(count.pace.left(most, Attempts.KEPT)).as(count.name()).isZero();
        }
    }

    private void fail(int times, String login, Origin from) {
        for (int i = 0; i < times; i++) {
            assertThat(begin(login, from)).isInstanceOf(Turn.Granted.class);
        }
    }

    private Turn begin(String login, Origin from) {
        return attempts.begin(login, from, Known.NOT);
    }

    private Duration delay(String login, Origin from) {
        Turn turn = begin(login, from);
        assertThat(turn).isInstanceOf(Turn.Slowed.class);
        return ((Turn.Slowed) turn).delay();
    }
}
