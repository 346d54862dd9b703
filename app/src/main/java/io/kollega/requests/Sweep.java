package io.kollega.requests;

import io.kollega.promises.PauseEnded;
import io.kollega.requests.events.RequestId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to requests by itself. */
@Component
class Sweep {
    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final RequestRows rows;
    private final Progress progress;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Sweep(
            JdbcClient jdbc,
            RequestRows rows,
            Progress progress,
            TransactionTemplate transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.progress = progress;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Closes what was solved long enough ago; gives how many. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT20S")
    int closeSolved() {
        int closed;
        int all = 0;
        do {
            closed = Objects.requireNonNull(transactions.execute(_ -> closeSome()));
            all += closed;
        } while (closed == AT_ONCE);
        return all;
    }

    /** A pause has lasted as long as it may: the request is in hand again. */
    @EventListener
    void on(PauseEnded ended) {
        rows.hold(new RequestId(ended.work().value()))
                .filter(seen -> seen.request().state() instanceof State.Paused)
                .ifPresent(seen -> progress.pauseEnded(seen, ended.solutionDue(), ended.at()));
    }

    private int closeSome() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<RequestId> due =
                jdbc
                        .sql(
                                """
                                select id from requests.request
                                where state = 'solved' and closes_at <= :now
                                order by closes_at limit :limit for update skip locked
                                """)
                        .param("now", Rows.at(now))
                        .param("limit", AT_ONCE)
                        .query((row, _) -> new RequestId(row.getLong(1)))
                        .list()
                        .stream()
                        .map(Objects::requireNonNull)
                        .toList();
        for (RequestId id : due) {
            rows.hold(id).ifPresent(seen -> progress.close(seen, now));
        }
        return due.size();
    }
}
