package io.kollega.exchange;

import io.kollega.shell.CleanText;
import io.kollega.tables.CellProblem;
import io.kollega.tables.CellProblems;
import io.kollega.tables.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads rows by a mapping, and notes what can't be understood. */
final class EventRows {
    /** Names longer than this are taken for a misread file. */
    private static final int LONGEST = 200;

    private final EventMapping mapping;
    private final CellProblems problems;
    private final Instant now;
    private final DoubledHours doubled = new DoubledHours();

    /**
     * @param now nothing later can have happened
     */
    EventRows(EventMapping mapping, CellProblems problems, Instant now) {
        this.mapping = mapping;
        this.problems = problems;
        this.now = now;
    }

    /** The event of a row, or empty after its problems have been noted. */
    Optional<LoggedEvent> read(Table.Row row) {
        String request = cell(row, mapping.request());
        if (request == null) {
            problem(row, mapping.request(), "exchange.expected-request");
        }
        Optional<Instant> at = at(row, request);
        Optional<EventState> state = state(row);
        Kept kept = kept(row);
        if (request == null || at.isEmpty() || state.isEmpty() || kept == Kept.UNREADABLE) {
            return Optional.empty();
        }
        return Optional.of(
                new LoggedEvent(
                        request,
                        at.get(),
                        state.get(),
                        cell(row, mapping.unit()),
                        cell(row, mapping.parent()),
                        cell(row, mapping.person()),
                        cell(row, mapping.clientUnit()),
                        cell(row, mapping.clientPerson()),
                        cell(row, mapping.service()),
                        kept.value));
    }

    private Optional<Instant> at(Table.Row row, @Nullable String request) {
        String column = mapping.at().column();
        InstantFormat format = mapping.at().format();
        String written = row.word(column);
        Optional<Instant> at = format.read(written);
        if (at.isEmpty()) {
            problem(
                    row,
                    column,
                    format.skipped(written)
                            ? "exchange.skipped-instant"
                            : "exchange.expected-instant",
                    format.description());
        } else if (at.get().isAfter(now)) {
            problem(row, column, "exchange.future-instant");
            return Optional.empty();
        }
        Optional<Instant> again = format.again(written);
        if (again.isEmpty() || at.isEmpty() || request == null) {
            return at;
        }
        Optional<Instant> one = doubled.of(request, at.get(), again.get());
        if (one.isEmpty()) {
            problem(row, column, "exchange.doubled-instant", format.description());
        }
        return one;
    }

    private Optional<EventState> state(Table.Row row) {
        String joined =
                mapping.stateColumns().stream()
                        .map(column -> row.word(column))
                        .collect(Collectors.joining("/"));
        EventState known = mapping.states().get(joined);
        EventState state = known == null ? mapping.otherwise() : known;
        if (state == null) {
            problems.add(
                    CellProblem.of(
                            row.line(),
                            String.join("/", mapping.stateColumns()),
                            joined,
                            "exchange.expected-state"));
        }
        return Optional.ofNullable(state);
    }

    private enum Kept {
        YES(true),
        NO(false),
        UNSAID(null),
        UNREADABLE(null);

        private final @Nullable Boolean value;

        Kept(@Nullable Boolean value) {
            this.value = value;
        }
    }

    private Kept kept(Table.Row row) {
        String column = mapping.promiseKept();
        String cell = cell(row, column);
        if (column == null || cell == null) {
            return Kept.UNSAID;
        }
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1", "да" -> Kept.YES;
            case "false", "no", "0", "нет" -> Kept.NO;
            default -> {
                problem(row, column, "exchange.expected-yes-no");
                yield Kept.UNREADABLE;
            }
        };
    }

    private @Nullable String cell(Table.Row row, @Nullable String column) {
        if (column == null) {
            return null;
        }
        String cell = CleanText.key(row.word(column));
        if (cell.length() > LONGEST) {
            problem(row, column, "exchange.expected-name", Integer.toString(LONGEST));
            return null;
        }
        return cell.isEmpty() || mapping.missing().contains(cell) ? null : cell;
    }

    private void problem(Table.Row row, String column, String expected, String... arguments) {
        problems.add(CellProblem.of(row.line(), column, row.cell(column), expected, arguments));
    }
}
