package io.kollega.exchange;

import io.kollega.organization.Organization;
import io.kollega.requests.BroughtHistory;
import io.kollega.requests.BroughtRequest;
import io.kollega.requests.Kind;
import io.kollega.requests.Requests;
import io.kollega.tables.CellProblem;
import io.kollega.tables.CellProblems;
import io.kollega.tables.Table;
import io.kollega.tables.UnreadableTable;
import io.kollega.worktime.CalendarId;
import io.kollega.worktime.WorkCalendar;
import io.kollega.worktime.WorkCalendars;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The history of requests from another system's event log. The whole log is read and checked before
 * anything is written, and everything is written in one transaction: a log with a problem changes
 * nothing, and a log that is brought in twice changes nothing the second time.
 */
@Component
public final class EventLogs {
    private static final int BATCH = 1_000;

    private final DataSource source;
    private final TransactionTemplate transactions;
    private final Organization organization;
    private final WorkCalendars calendars;
    private final Requests requests;
    private final Clock clock;

    EventLogs(
            DataSource source,
            TransactionTemplate transactions,
            Organization organization,
            WorkCalendars calendars,
            Requests requests,
            Clock clock) {
        this.source = source;
        this.transactions = transactions;
        this.organization = organization;
        this.calendars = calendars;
        this.requests = requests;
        this.clock = clock;
    }

    /** Reads and checks a log, and says what it holds; changes nothing. */
    public LogOutcome preview(InputStream log, Reader mapping, Progress progress) {
        return run(log, mapping, progress, false);
    }

    /** Brings in a log. */
    public LogOutcome bring(InputStream log, Reader mapping, Progress progress) {
        return run(log, mapping, progress, true);
    }

    private LogOutcome run(InputStream log, Reader text, Progress progress, boolean write) {
        EventMapping mapping;
        WorkCalendar calendar;
        try (log) {
            mapping = MappingFile.read(text);
            Optional<WorkCalendar> named = calendars.named(mapping.calendar());
            if (named.isEmpty()) {
                return refused(
                        CellProblem.of(
                                1, "calendar", mapping.calendar(), "exchange.mapping.calendar"));
            }
            calendar = named.get();
            return Objects.requireNonNull(
                    transactions.execute(status -> {
                        try (StagedEvents events = new StagedEvents(source)) {
                            LogOutcome outcome =
                                    read(log, mapping, events, progress)
                                            .orElseGet(() -> count(events));
                            if (!write || !(outcome instanceof LogOutcome.Previewed seen)) {
                                status.setRollbackOnly();
                                return outcome;
                            }
                            return write(events, mapping, calendar.id(), seen.summary(), progress);
                        } catch (SQLException e) {
                            throw new DataAccessResourceFailureException(
                                    "The log could not be staged.", e);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }));
        } catch (MappingFile.Unusable e) {
            return refused(e.problem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LogOutcome refused(CellProblem problem) {
        return new LogOutcome.Refused(List.of(problem));
    }

    /** Stages every row; gives the refusal if there is a reason for one. */
    private Optional<LogOutcome> read(
            InputStream log, EventMapping mapping, StagedEvents events, Progress progress)
            throws IOException, SQLException {
        CellProblems problems = new CellProblems();
        try (Table table = Table.open(log)) {
            progress.reads(table.writtenIn());
            table.missing(mapping.columns()).forEach(problems::add);
            if (!problems.isEmpty()) {
                return Optional.of(new LogOutcome.Refused(problems.first()));
            }
            EventRows rows = new EventRows(mapping, problems, clock.instant());
            for (var row = table.row(); row.isPresent() && !problems.isFull(); row = table.row()) {
                Optional<LoggedEvent> event = rows.read(row.get());
                if (event.isPresent()) {
                    events.add(event.get());
                    progress.at(Progress.Part.READING, events.count());
                }
            }
        } catch (UnreadableTable e) {
            problems.add(e.problem());
        }
        if (problems.isEmpty() && events.count() == 0) {
            problems.add(CellProblem.of(1, null, null, "tables.expected-content"));
        }
        if (!problems.isEmpty()) {
            return Optional.of(new LogOutcome.Refused(problems.first()));
        }
        events.complete();
        return Optional.empty();
    }

    private static LogOutcome count(StagedEvents events) {
        LogCounts counts = new LogCounts();
        try {
            events.forEachRequest(counts::add);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The staged log could not be read.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LogOutcome.Previewed(Objects.requireNonNull(counts.summary()));
    }

    private LogOutcome write(
            StagedEvents events,
            EventMapping mapping,
            CalendarId calendar,
            LogSummary summary,
            Progress progress)
            throws SQLException, IOException {
        LocalDate since = LocalDate.ofInstant(summary.from(), ZoneOffset.UTC);
        Directory directory = Directory.of(organization, events, mapping.source(), since);
        List<BroughtRequest> batch = new ArrayList<>(BATCH);
        long[] done = {0, 0};
        events.forEachRequest(request -> {
            batch.add(translate(request, directory, calendar));
            if (batch.size() == BATCH) {
                done[1] += bring(mapping, batch);
                progress.at(Progress.Part.WRITING, done[0] += BATCH);
            }
        });
        done[1] += bring(mapping, batch);
        progress.at(Progress.Part.WRITING, summary.requests());
        return new LogOutcome.Imported(summary, (int) done[1]);
    }

    private int bring(EventMapping mapping, List<BroughtRequest> batch) {
        if (batch.isEmpty()) {
            return 0;
        }
        BroughtHistory brought = requests.bringHistory(mapping.source(), List.copyOf(batch));
        batch.clear();
        return brought.created();
    }

    private static BroughtRequest translate(
            List<LoggedEvent> events, Directory directory, CalendarId calendar) {
        LoggedEvent first = events.getFirst();
        String unit = firstNonNull(events, LoggedEvent::unit);
        var holder = unit == null ? directory.top() : directory.unit(unit);
        String clientUnitName = firstNonNull(events, LoggedEvent::clientUnit);
        var clientUnit = clientUnitName == null ? directory.top() : directory.unit(clientUnitName);
        String service = firstNonNull(events, LoggedEvent::service);
        String client = firstNonNull(events, LoggedEvent::clientPerson);
        Boolean kept = null;
        for (LoggedEvent event : events) {
            kept = event.kept() == null ? kept : event.kept();
        }
        return new BroughtRequest(
                first.request(),
                Kind.ASSIGNMENT,
                service == null ? first.request() : service + " · " + first.request(),
                "",
                Map.of(),
                directory.client(client, clientUnit),
                client != null,
                clientUnit,
                holder,
                null,
                null,
                calendar,
                kept,
                first.at(),
                Journey.of(events, holder, directory::unit, directory::person));
    }

    private static @Nullable String firstNonNull(
            List<LoggedEvent> events,
            java.util.function.Function<LoggedEvent, @Nullable String> part) {
        return events.stream().map(part).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
