package io.kollega.requests;

import io.kollega.catalog.Catalog;
import io.kollega.catalog.Standard;
import io.kollega.database.Copy;
import io.kollega.promises.Deadlines;
import io.kollega.promises.Promises;
import io.kollega.promises.WorkHistory;
import io.kollega.promises.WorkId;
import io.kollega.requests.events.RequestId;
import io.kollega.requests.events.RequestsBrought;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings in histories by a few statements over all of them. */
@Component
final class Histories {
    /** No calendar makes a few working days last longer. */
    private static final Duration LONGEST_TO_CLOSE = Duration.ofDays(60);

    private final JdbcClient jdbc;
    private final DataSource source;
    private final Promises promises;
    private final Catalog catalog;
    private final Fields fields;
    private final ClosingTime closing;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Histories(
            JdbcClient jdbc,
            DataSource source,
            Promises promises,
            Catalog catalog,
            Fields fields,
            ClosingTime closing,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.source = source;
        this.promises = promises;
        this.catalog = catalog;
        this.fields = fields;
        this.closing = closing;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A history that is new here, with the number and the standard it gets. */
    private record Fresh(RequestId id, History history, @Nullable Standard standard) {
        WorkId work() {
            return new WorkId(id.value());
        }
    }

    BroughtHistory bring(String from, List<BroughtRequest> requests) {
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    // Two imports of one source at once would both find its requests missing.
                    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                            .param("requests.history:" + from)
                            .query((row, _) -> true)
                            .single();
                    Map<String, RequestId> numbers = known(from, requests);
                    List<Fresh> fresh = fresh(requests, numbers);
                    promises.bringHistory(fresh.stream().map(Histories::work).toList());
                    Map<WorkId, Deadlines> deadlines =
                            promises.deadlines(
                                    fresh.stream()
                                            .filter(f -> f.history().state().open())
                                            .map(Fresh::work)
                                            .toList(),
                                    clock.instant());
                    try {
                        copyRequests(from, fresh, deadlines);
                        int entries = copyEntries(fresh);
                        events.publishEvent(
                                new RequestsBrought(fresh.stream().map(Fresh::id).toList()));
                        return new BroughtHistory(numbers, fresh.size(), entries);
                    } catch (SQLException e) {
                        throw new IllegalStateException("The history can't be copied in.", e);
                    }
                }));
    }

    private Map<String, RequestId> known(String from, List<BroughtRequest> requests) {
        Map<String, RequestId> known = HashMap.newHashMap(requests.size());
        jdbc.sql(
                        """
                        select external_id, id from requests.request
                        where source = ? and external_id = any (?)
                        """)
                .param(from)
                .param(requests.stream().map(BroughtRequest::externalId).toArray(String[]::new))
                .query(row -> {
                    known.put(row.getString(1), new RequestId(row.getLong(2)));
                });
        return known;
    }

    /** Numbers those that are not known, in the order in which they were submitted. */
    private List<Fresh> fresh(List<BroughtRequest> requests, Map<String, RequestId> numbers) {
        List<BroughtRequest> unknown =
                requests.stream()
                        .filter(request -> !numbers.containsKey(request.externalId()))
                        .sorted(Comparator.comparing(BroughtRequest::submittedAt))
                        .toList();
        List<@Nullable Long> ids =
                jdbc.sql("select nextval('requests.request_id_seq') from generate_series(1, ?)")
                        .param(unknown.size())
                        .query(Long.class)
                        .list();
        List<Fresh> fresh = new ArrayList<>(unknown.size());
        for (int i = 0; i < unknown.size(); i++) {
            BroughtRequest brought = unknown.get(i);
            RequestId id = new RequestId(Objects.requireNonNull(ids.get(i)));
            if (numbers.put(brought.externalId(), id) != null) {
                throw new IllegalArgumentException(
                        brought.externalId() + " is given twice; give each request once.");
            }
            History history = History.of(brought);
            Standard standard = brought.standard();
            if (standard == null && history.state().open()) {
                standard = catalog.standard(history.unit());
            }
            fresh.add(new Fresh(id, history, standard));
        }
        return fresh;
    }

    private static WorkHistory work(Fresh fresh) {
        return fresh.history().work(fresh.id(), fresh.standard());
    }

    private void copyRequests(String from, List<Fresh> fresh, Map<WorkId, Deadlines> deadlines)
            throws SQLException {
        // Asked before the copy begins, which leaves the connection to nothing else.
        Map<RequestId, Instant> closes = closings(fresh);
        try (Copy copy =
                Copy.into(
                        source,
                        "requests.request",
                        """
                        id, version, kind, subject, body, fields, client, client_unit, unit,
                        service, standard, state, specialist, pause_reason, answered,
                        submitted_at, changed_at, ended_at, closes_at, response_due, solution_due,
                        source, external_id\
                        """)) {
            for (Fresh request : fresh) {
                History history = request.history();
                BroughtRequest brought = history.brought();
                State state = history.state();
                Deadlines due = deadlines.get(request.work());
                copy.row(
                        request.id().value(),
                        history.version(),
                        brought.kind().slug(),
                        Words.line(brought.subject()),
                        Words.text(brought.body()),
                        fields.write(brought.fields()),
                        brought.client().value(),
                        brought.clientUnit().value(),
                        history.unit().value(),
                        brought.service() == null ? null : brought.service().value(),
                        request.standard() == null ? null : request.standard().id().value(),
                        state.slug(),
                        Rows.id(state.specialist()),
                        state instanceof State.Paused paused ? paused.reason().slug() : null,
                        history.answered(),
                        brought.submittedAt(),
                        history.changedAt(),
                        RequestRows.endedAt(state),
                        closes.get(request.id()),
                        due == null ? null : due.responseDue(),
                        due == null ? null : due.solutionDue(),
                        from,
                        brought.externalId());
            }
            copy.finish();
        }
    }

    /** What should have closed before it came here stays as its history tells. */
    private Map<RequestId, Instant> closings(List<Fresh> fresh) {
        Instant now = clock.instant();
        Map<RequestId, Instant> closings = new HashMap<>();
        for (Fresh request : fresh) {
            if (request.history().state() instanceof State.Solved(_, Instant at)
                    && at.isAfter(now.minus(LONGEST_TO_CLOSE))) {
                Instant closes = closing.after(at, request.history().brought().clientUnit());
                if (closes.isAfter(now)) {
                    closings.put(request.id(), closes);
                }
            }
        }
        return closings;
    }

    private int copyEntries(List<Fresh> fresh) throws SQLException {
        try (Copy copy =
                Copy.into(
                        source,
                        "requests.entry",
                        """
                        request, number, at, author, author_unit, happening, person, unit,
                        from_unit, reason, text\
                        """)) {
            for (Fresh request : fresh) {
                BroughtRequest brought = request.history().brought();
                copyEntry(
                        copy,
                        request.id(),
                        1,
                        new BroughtEntry(
                                brought.submittedAt(),
                                brought.client(),
                                brought.clientUnit(),
                                new Happening.Submitted(),
                                ""));
                int number = 1;
                for (BroughtEntry entry : brought.entries()) {
                    copyEntry(copy, request.id(), ++number, entry);
                }
            }
            return Math.toIntExact(copy.finish());
        }
    }

    private static void copyEntry(Copy copy, RequestId request, int number, BroughtEntry entry)
            throws SQLException {
        Entries.Columns columns = Entries.Columns.of(entry.what());
        copy.row(
                request.value(),
                number,
                entry.at(),
                Rows.id(entry.author()),
                Rows.id(entry.authorUnit()),
                entry.what().slug(),
                Rows.id(columns.person()),
                Rows.id(columns.unit()),
                Rows.id(columns.fromUnit()),
                columns.reason(),
                Words.text(entry.text()));
    }
}
