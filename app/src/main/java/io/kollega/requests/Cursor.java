package io.kollega.requests;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page of a list ended. */
record Cursor(Instant due, long id) {
    /** What lies beyond no column holds. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final Pattern WRITTEN = Pattern.compile("(-?\\d{1,18})-(\\d{1,18})");

    static Cursor after(RequestLine line) {
        return new Cursor(line.due(), line.id().value());
    }

    /** The cursor as {@link #toString} wrote it; empty for anything else. */
    static Optional<Cursor> of(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        return matcher.matches()
                ? Optional.of(
                                new Cursor(
                                        Instant.EPOCH.plus(
                                                Long.parseLong(matcher.group(1)),
                                                ChronoUnit.MICROS),
                                        Long.parseLong(matcher.group(2))))
                        .filter(cursor ->
                                cursor.due.isAfter(EARLIEST) && cursor.due.isBefore(LATEST))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, due) + "-" + id;
    }
}
