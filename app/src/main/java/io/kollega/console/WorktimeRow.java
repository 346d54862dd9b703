package io.kollega.console;

import io.kollega.tables.CellProblem;
import io.kollega.tables.Table;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import kollega.measurement.worktime.Span;
import org.jspecify.annotations.Nullable;

/**
 * What a row asks: the working time up to an end, or when so much of it will have passed.
 *
 * @param minutes asked for; null when {@code end} is given
 */
record WorktimeRow(
        ZoneId zone,
        Instant start,
        @Nullable Instant end,
        @Nullable Long minutes,
        List<Span> pauses) {
    static final String ZONE = "tz";
    static final String START = "start";
    static final String END = "end";
    static final String PAUSES = "pauses";
    static final String MINUTES = "business_minutes";

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int MOST_DIGITS = 9;

    /** A cell that can't be used. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // never serialized
        private final CellProblem problem;

        Unusable(Table.Row row, String column, String expected) {
            super(column);
            String cell = row.has(column) ? row.cell(column) : null;
            problem = CellProblem.of(row.line(), column, cell, expected);
        }

        CellProblem problem() {
            return problem;
        }
    }

    static WorktimeRow read(Table.Row row) throws Unusable {
        ZoneId zone = zone(row);
        Instant start = instant(row, START, row.cell(START), "console.expected-instant");
        List<Span> pauses = row.has(PAUSES) ? pauses(row) : List.of();
        if (row.has(END) && !row.cell(END).isBlank()) {
            Instant end = instant(row, END, row.cell(END), "console.expected-instant");
            if (end.isBefore(start)) {
                throw new Unusable(row, END, "console.expected-end");
            }
            return new WorktimeRow(zone, start, end, null, pauses);
        }
        if (!row.has(MINUTES) || row.cell(MINUTES).isBlank()) {
            throw new Unusable(row, row.has(END) ? END : MINUTES, "console.expected-question");
        }
        return new WorktimeRow(zone, start, null, minutes(row), pauses);
    }

    private static ZoneId zone(Table.Row row) throws Unusable {
        try {
            return ZoneId.of(row.cell(ZONE).strip());
        } catch (DateTimeException e) {
            throw new Unusable(row, ZONE, "console.expected-zone");
        }
    }

    private static long minutes(Table.Row row) throws Unusable {
        String text = row.cell(MINUTES).strip();
        if (text.length() > MOST_DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Unusable(row, MINUTES, "console.expected-minutes");
        }
        return Long.parseLong(text);
    }

    private static List<Span> pauses(Table.Row row) throws Unusable {
        List<Span> pauses = new ArrayList<>();
        for (String pause : row.cell(PAUSES).split(";")) {
            if (pause.isBlank()) {
                continue;
            }
            String[] ends = pause.split("/", -1);
            if (ends.length != 2) {
                throw new Unusable(row, PAUSES, "console.expected-pauses");
            }
            Instant from = instant(row, PAUSES, ends[0], "console.expected-pauses");
            Instant to = instant(row, PAUSES, ends[1], "console.expected-pauses");
            if (to.isBefore(from)) {
                throw new Unusable(row, PAUSES, "console.expected-pauses");
            }
            pauses.add(new Span(from, to));
        }
        return pauses;
    }

    private static Instant instant(Table.Row row, String column, String text, String expected)
            throws Unusable {
        try {
            Instant instant = OffsetDateTime.parse(text.strip()).toInstant();
            if (!instant.isBefore(FIRST) && instant.isBefore(LAST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            throw new Unusable(row, column, expected);
        }
        throw new Unusable(row, column, expected);
    }
}
