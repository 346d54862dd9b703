package io.kollega.requests;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page of a list ended. */
record Cursor(Instant due, long id) {
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
                                        Long.parseLong(matcher.group(1)), ChronoUnit.MICROS),
                                Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, due) + "-" + id;
    }
}
