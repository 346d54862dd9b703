package io.kollega.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.catalog.Catalog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Several nodes sweep at once. */
@KollegaTest
class PromiseSweepTest {
    private static final long FIRST = 1L << 42;
    private static final int MANY = 900;

    @Autowired Promises promises;
    @Autowired PromiseSweep sweep;
    @Autowired Catalog catalog;
    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;
    @Autowired ConfigurableApplicationContext context;

    private final Map<WorkId, Integer> misses = new ConcurrentHashMap<>();
    private final ApplicationListener<PayloadApplicationEvent<Missed>> listener =
            event -> {
                if (event.getPayload().promised() == Promised.SOLUTION) {
                    misses.merge(event.getPayload().work(), 1, Integer::sum);
                }
            };

    @AfterEach
    void tidy() {
        context.removeApplicationListener(listener);
        clock.set(TestClock.START);
        jdbc.sql("delete from promises.span where work >= :first").param("first", FIRST).update();
        jdbc.sql("delete from promises.promise where work >= :first")
                .param("first", FIRST)
                .update();
    }

    @Test
    void tellsEachMissOnceWithSeveralNodes() throws Exception {
        context.addApplicationListener(listener);
        transactions.executeWithoutResult(_ -> {
            var standard = catalog.standard(cast.unit("it"));
            LongStream.range(FIRST, FIRST + MANY)
                    .forEach(id ->
                            promises.start(
                                    new WorkId(id),
                                    null,
                                    cast.unit("it"),
                                    standard,
                                    clock.instant()));
        });
        clock.advance(Duration.ofDays(30));
        try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
            List<? extends Future<?>> swept =
                    IntStream.range(0, 3).mapToObj(_ -> nodes.submit(sweep::everything)).toList();
            for (Future<?> node : swept) {
                node.get();
            }
        }
        sweep.everything();
        assertThat(misses.size()).isEqualTo(MANY);
        assertThat(misses.values()).containsOnly(1);
    }
}
