package io.kollega.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.organization.PersonId;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Calls of no module in particular. */
@KollegaTest
class RepeatableCallsTest {
    @Autowired RepeatableCalls calls;
    @Autowired IdempotencyKeys keys;
    @Autowired TestClock clock;
    @Autowired Cast cast;

    private final AtomicInteger numbers = new AtomicInteger();

    /** What was made and not taken back. */
    private final AtomicInteger made = new AtomicInteger();

    private PersonId irina;

    RepeatableCallsTest(@Autowired Cast cast) {
        irina = cast.id("irina");
    }

    @BeforeEach
    void setClock() {
        clock.set(TestClock.START);
    }

    @AfterEach
    void setClockBack() {
        clock.set(TestClock.START);
    }

    @Test
    void createsOnceAndGivesTheFirstAnswerAgain() {
        String key = key();
        ResponseEntity<Object> first = call(irina, key, "a");
        ResponseEntity<Object> second = call(irina, key, "a");
        assertThat(first.getStatusCode().value()).isEqualTo(201);
        assertThat(second).isEqualTo(first);
        assertThat(second.getHeaders().getLocation()).isEqualTo(URI.create("/things/1"));
        assertThat(made).hasValue(1);
    }

    @Test
    void createsAgainWithoutKeyAndForSomebodyElse() {
        String key = key();
        call(irina, null, "a");
        call(irina, null, "a");
        call(irina, key, "a");
        call(cast.id("pavel"), key, "a");
        assertThat(made).hasValue(4);
    }

    @Test
    void refusesKeyOfAnotherContent() {
        String key = key();
        call(irina, key, "a");
        assertThat(call(irina, key, "b").getStatusCode().value()).isEqualTo(422);
        assertThat(made).hasValue(1);
    }

    @Test
    void takesKeysUpToTheirLimit() {
        String longest = "k".repeat(IdempotencyKeys.LONGEST - 20) + key().substring(0, 20);
        assertThat(call(irina, longest, "a").getStatusCode().value()).isEqualTo(201);
        assertThat(call(irina, longest + "k", "a").getStatusCode().value()).isEqualTo(400);
        assertThat(call(irina, " ", "a").getStatusCode().value()).isEqualTo(400);
        assertThat(made).hasValue(1);
    }

    @Test
    void keepsNoRefusal() {
        String key = key();
        ResponseEntity<Object> refused =
                calls.answer(irina, key, "a", () -> ResponseEntity.status(422).body("no"));
        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        assertThat(refused.getBody()).isEqualTo("no");
        assertThat(call(irina, key, "a").getStatusCode().value()).isEqualTo(201);
    }

    @Test
    void givesCallsAtOnceTheAnswerOfTheFirst() throws Exception {
        String key = key();
        CountDownLatch begin = new CountDownLatch(1);
        Callable<ResponseEntity<Object>> call =
                () -> {
                    begin.await();
                    return call(irina, key, "a");
                };
        try (var pool = Executors.newFixedThreadPool(2)) {
            var one = pool.submit(call);
            var other = pool.submit(call);
            begin.countDown();
            assertThat(one.get()).isEqualTo(other.get());
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void keepsKeysForTwoDaysAndForgetsThemLater() {
        String key = key();
        call(irina, key, "a");
        clock.advance(IdempotencyKeys.KEPT);
        keys.forget();
        call(irina, key, "a");
        assertThat(made).hasValue(1);
        clock.advance(Duration.ofMillis(1));
        keys.forget();
        call(irina, key, "a");
        assertThat(made).hasValue(2);
    }

    private ResponseEntity<Object> call(PersonId person, @Nullable String key, String content) {
        return calls.answer(
                person,
                key,
                content,
                () -> {
                    int number = numbers.incrementAndGet();
                    count();
                    return ResponseEntity.created(URI.create("/things/" + number))
                            .body("{\"id\":" + number + "}");
                });
    }

    private void count() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            made.incrementAndGet();
                        }
                    });
        } else {
            made.incrementAndGet();
        }
    }

    private static String key() {
        return "calls-" + System.nanoTime() + "-key";
    }
}
