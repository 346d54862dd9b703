package io.kollega.travel;

import io.kollega.organization.UnitId;
import io.kollega.promises.HeldSpan;
import io.kollega.promises.Ledger;
import io.kollega.promises.Promises;
import io.kollega.promises.WorkId;
import io.kollega.requests.Journey;
import io.kollega.requests.Requests;
import io.kollega.requests.events.RequestId;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds the ways of requests, a batch a transaction: what a request had in the cells is taken out,
 * its way is read again and put in, so each request is counted once however often it changes. One
 * node folds at a time, the one that holds the row of {@code seen}; the others leave it to that
 * one.
 *
 * <p>What an open request has lasted grows by itself. Its age is added by the page; the rest of its
 * way is read again when it is older than {@link #STALE}.
 */
@Component
public class TravelFold {
    private static final int BATCH = 1_000;
    private static final Duration STALE = Duration.ofHours(1);

    /** A request to which nothing has happened yet can wait, so that a rush is not slowed down. */
    private static final Duration NEWS = Duration.ofMinutes(5);

    private static final Duration REGROUPED = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Requests requests;
    private final Promises promises;
    private final Travel travel;
    private final Groups groups;
    private final TravelRows rows;
    private final TravelCells cells;
    private final Clock clock;
    private volatile Instant regroupAt = Instant.MIN;

    TravelFold(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Requests requests,
            Promises promises,
            Travel travel,
            Groups groups,
            TravelRows rows,
            TravelCells cells,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.requests = requests;
        this.promises = promises;
        this.travel = travel;
        this.groups = groups;
        this.rows = rows;
        this.cells = cells;
        this.clock = clock;
    }

    /** Folds everything that is noted or stale; gives how many requests that were. */
    @Scheduled(fixedDelay = 3_000)
    public int fold() {
        int folded = 0;
        for (int now = batch(); now > 0; now = batch()) {
            folded += now;
        }
        return folded;
    }

    /** The same of all there is, waiting for another node that folds meanwhile. */
    public int catchUp() {
        int folded = 0;
        do {
            folded += fold();
        } while (isBehind());
        return folded;
    }

    private boolean isBehind() {
        return Boolean.TRUE.equals(
                transactions.execute(_ -> {
                    long seen =
                            jdbc.sql("select request from travel.seen for update")
                                    .query(Long.class)
                                    .single();
                    noteNew(seen);
                    return jdbc.sql("select exists (select from travel.noted)")
                            .query(Boolean.class)
                            .single();
                }));
    }

    /** How many cells are not the sums of their rows. Reads every row. */
    public long differences() {
        return cells.differences();
    }

    /** Forgets all that was folded, so that every request is read again. */
    public void forget() {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("update travel.seen set request = 0").update();
            jdbc.sql(
                            """
                            insert into travel.noted select request from travel.way
                            on conflict do nothing\
                            """)
                    .update();
            rows.clear();
            cells.clear();
            cells.changed();
        });
    }

    private int batch() {
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    Long seen =
                            jdbc.sql("select request from travel.seen for update skip locked")
                                    .query(Long.class)
                                    .optional()
                                    .orElse(null);
                    if (seen == null) {
                        return 0;
                    }
                    noteNew(seen);
                    Instant now = clock.instant();
                    if (!now.isBefore(regroupAt)) {
                        groups.update();
                        regroupAt = now.plus(REGROUPED);
                    }
                    List<RequestId> taken = take();
                    if (taken.isEmpty()) {
                        taken = stale(now);
                    }
                    if (!taken.isEmpty()) {
                        replace(taken, now);
                    }
                    return taken.size();
                }));
    }

    /**
     * Notes requests that are new since the last time. A request whose transaction was open then
     * and has a lower number is noted by what happens to it next.
     */
    private void noteNew(long seen) {
        List<RequestId> fresh =
                requests.after(new RequestId(seen), clock.instant().minus(NEWS), BATCH);
        if (!fresh.isEmpty()) {
            travel.note(fresh);
            jdbc.sql("update travel.seen set request = ?").param(fresh.getLast().value()).update();
        }
    }

    /** The array is made once; a subquery with a limit may be run again for each noted row. */
    private List<RequestId> take() {
        return ids(
                jdbc.sql(
                                """
                                delete from travel.noted where request = any (array(
                                    select request from travel.noted order by request
                                    limit ? for update skip locked))
                                returning request\
                                """)
                        .param(BATCH));
    }

    private List<RequestId> stale(Instant now) {
        return ids(
                jdbc.sql(
                                """
                                select request from travel.way
                                where ended_at is null and read_at <= ? order by read_at limit ?\
                                """)
                        .param(OffsetDateTime.ofInstant(now.minus(STALE), ZoneOffset.UTC))
                        .param(BATCH));
    }

    private static List<RequestId> ids(JdbcClient.StatementSpec statement) {
        return statement.query((row, _) -> new RequestId(row.getLong(1))).list().stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private void replace(List<RequestId> taken, Instant now) {
        Long[] ids = taken.stream().map(RequestId::value).toArray(Long[]::new);
        Map<UnitId, UnitId> divisions = groups.update();
        List<WorkId> work = taken.stream().map(id -> new WorkId(id.value())).toList();
        Map<WorkId, List<HeldSpan>> spans = promises.spans(work);
        Map<WorkId, Ledger> ledgers = promises.ledgers(work, now);
        List<Way> ways =
                requests.journeys(taken).stream()
                        .map(journey -> way(journey, spans, ledgers, now))
                        .toList();
        cells.takeOut(ids);
        rows.delete(ids);
        try {
            rows.copy(ways, divisions);
        } catch (SQLException e) {
            throw new IllegalStateException("The ways of requests can't be written.", e);
        }
        cells.putIn(ids);
        cells.sweepEmpty();
        cells.changed();
    }

    private static Way way(
            Journey journey,
            Map<WorkId, List<HeldSpan>> spans,
            Map<WorkId, Ledger> ledgers,
            Instant now) {
        WorkId work = new WorkId(journey.request().value());
        return new Way(journey, spans.getOrDefault(work, List.of()), ledgers.get(work), now);
    }
}
