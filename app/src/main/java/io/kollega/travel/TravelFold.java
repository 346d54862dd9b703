package io.kollega.travel;

import io.kollega.database.Copy;
import io.kollega.organization.UnitId;
import io.kollega.promises.HeldSpan;
import io.kollega.promises.Holder;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds the ways of requests, a batch a transaction. Several nodes may fold at once: each claims
 * the notes it takes, and what it writes for a request replaces what was there.
 */
@Component
public class TravelFold {
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final DataSource source;
    private final TransactionTemplate transactions;
    private final Requests requests;
    private final Promises promises;
    private final Travel travel;
    private final Clock clock;

    TravelFold(
            JdbcClient jdbc,
            DataSource source,
            TransactionTemplate transactions,
            Requests requests,
            Promises promises,
            Travel travel,
            Clock clock) {
        this.jdbc = jdbc;
        this.source = source;
        this.transactions = transactions;
        this.requests = requests;
        this.promises = promises;
        this.travel = travel;
        this.clock = clock;
    }

    /** Folds everything that is noted; gives how many requests that were. */
    @Scheduled(fixedDelay = 3_000)
    public int fold() {
        int folded = 0;
        for (int now = batch(); now > 0; now = batch()) {
            folded += now;
        }
        return folded;
    }

    private int batch() {
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    noteNew();
                    List<RequestId> taken = take();
                    if (!taken.isEmpty()) {
                        replace(taken);
                    }
                    return taken.size();
                }));
    }

    /**
     * Notes requests that are new since the last time. A request whose transaction was open then
     * and has a lower number is noted by what happens to it next.
     */
    private void noteNew() {
        Long seen =
                jdbc.sql("select request from travel.seen for update skip locked")
                        .query(Long.class)
                        .optional()
                        .orElse(null);
        if (seen == null) {
            return;
        }
        List<RequestId> fresh = requests.after(new RequestId(seen), BATCH);
        if (!fresh.isEmpty()) {
            travel.note(fresh);
            jdbc.sql("update travel.seen set request = ?").param(fresh.getLast().value()).update();
        }
    }

    private List<RequestId> take() {
        return jdbc
                .sql(
                        """
                        delete from travel.noted where request in (
                            select request from travel.noted order by request
                            limit ? for update skip locked)
                        returning request\
                        """)
                .param(BATCH)
                .query((row, _) -> new RequestId(row.getLong(1)))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private void replace(List<RequestId> taken) {
        Long[] ids = taken.stream().map(RequestId::value).toArray(Long[]::new);
        for (String table : List.of("way", "hop", "share")) {
            jdbc.sql("delete from travel." + table + " where request = any (?)")
                    .param(ids)
                    .update();
        }
        List<WorkId> work = taken.stream().map(id -> new WorkId(id.value())).toList();
        Instant now = clock.instant();
        Map<WorkId, List<HeldSpan>> spans = promises.spans(work);
        Map<WorkId, Ledger> ledgers = promises.ledgers(work, now);
        List<Journey> journeys = requests.journeys(taken);
        try {
            copyWays(journeys, spans, now);
            copyHops(journeys);
            copyShares(ledgers);
        } catch (SQLException e) {
            throw new IllegalStateException("The ways of requests can't be written.", e);
        }
    }

    private void copyWays(List<Journey> journeys, Map<WorkId, List<HeldSpan>> spans, Instant now)
            throws SQLException {
        try (Copy copy =
                Copy.into(
                        source,
                        "travel.way",
                        "request, client_unit, unit, submitted_at, ended_at, solved, handovers,"
                                + " came_back, reopenings, client_waits, client_seconds")) {
            for (Journey journey : journeys) {
                int waits = 0;
                long seconds = 0;
                for (HeldSpan span :
                        spans.getOrDefault(new WorkId(journey.request().value()), List.of())) {
                    if (span.holder() instanceof Holder.Client) {
                        waits++;
                        Instant to = span.to() == null ? now : span.to();
                        seconds += Math.max(0, Duration.between(span.from(), to).toSeconds());
                    }
                }
                copy.row(
                        journey.request().value(),
                        journey.clientUnit().value(),
                        journey.unit().value(),
                        journey.submittedAt(),
                        journey.endedAt(),
                        journey.solved(),
                        journey.moves().size(),
                        returns(journey).contains(true),
                        journey.reopenings(),
                        waits,
                        seconds);
            }
            copy.finish();
        }
    }

    private void copyHops(List<Journey> journeys) throws SQLException {
        try (Copy copy =
                Copy.into(source, "travel.hop", "request, number, from_unit, to_unit, came_back")) {
            for (Journey journey : journeys) {
                List<Boolean> returns = returns(journey);
                for (int i = 0; i < journey.moves().size(); i++) {
                    Journey.Move move = journey.moves().get(i);
                    copy.row(
                            journey.request().value(),
                            i,
                            move.from().value(),
                            move.to().value(),
                            returns.get(i));
                }
            }
            copy.finish();
        }
    }

    /** For each move, whether it went to a unit that the request had left before. */
    private static List<Boolean> returns(Journey journey) {
        Set<UnitId> left = new HashSet<>();
        return journey.moves().stream()
                .map(move -> {
                    left.add(move.from());
                    return left.contains(move.to());
                })
                .toList();
    }

    private void copyShares(Map<WorkId, Ledger> ledgers) throws SQLException {
        try (Copy copy =
                Copy.into(
                        source, "travel.share", "request, number, holder, unit, closed, seconds")) {
            for (Map.Entry<WorkId, Ledger> ledger : ledgers.entrySet()) {
                int number = 0;
                for (Ledger.Line line : ledger.getValue().lines()) {
                    copy.row(
                            ledger.getKey().value(),
                            number++,
                            holder(line.holder()),
                            unit(line.holder()),
                            line.closed(),
                            line.time().toSeconds());
                }
            }
            copy.finish();
        }
    }

    private static String holder(Holder holder) {
        return switch (holder) {
            case Holder.OfUnit _ -> "unit";
            case Holder.Client _ -> "client";
            case Holder.Approval _ -> "approval";
            case Holder.Outside _ -> "outside";
            case Holder.Scheduled _ -> "scheduled";
        };
    }

    private static @Nullable Long unit(Holder holder) {
        return holder instanceof Holder.OfUnit(UnitId unit) ? unit.value() : null;
    }
}
