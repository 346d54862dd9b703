package io.kollega.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a log writes its instants: ISO 8601, or a pattern of {@code java.time} with a zone. Strict:
 * the thirtieth of February is refused and not taken for the first of March.
 */
final class InstantFormat {
    /** Years outside are taken for a misread date. */
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** The year of an era would need an era when read strictly; people mean the plain year. */
    private static final Pattern YEAR_OF_ERA = Pattern.compile("y(?=([^']*'[^']*')*[^']*$)");

    /** Letters of a pattern that stand for an offset or a zone. */
    private static final Pattern OFFSET = Pattern.compile("[XxZOzVv](?=([^']*'[^']*')*[^']*$)");

    /** Letters of an hour that comes twice a day, and of the half it is in. */
    private static final Pattern HALF_DAY_HOUR = Pattern.compile("[hK](?=([^']*'[^']*')*[^']*$)");

    private static final Pattern HALF_DAY = Pattern.compile("[aB](?=([^']*'[^']*')*[^']*$)");

    /** A year of two digits, which leaves its century to a guess. */
    private static final Pattern SHORT_YEAR =
            Pattern.compile("(?<![yu])(yy|uu)(?![yu])(?=([^']*'[^']*')*[^']*$)");

    private final String pattern;
    private final DateTimeFormatter formatter;
    private final @Nullable ZoneId zone;

    private InstantFormat(String pattern, DateTimeFormatter formatter, @Nullable ZoneId zone) {
        this.pattern = pattern;
        this.formatter = formatter;
        this.zone = zone;
    }

    /** ISO 8601 with an offset, or, when a zone is given, also without. */
    static InstantFormat iso(@Nullable ZoneId zone) {
        DateTimeFormatter formatter =
                new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .append(DateTimeFormatter.ISO_LOCAL_DATE)
                        .appendPattern("['T'][' ']")
                        .append(DateTimeFormatter.ISO_LOCAL_TIME)
                        .appendPattern("[XXX][XX][X]")
                        .toFormatter(Locale.ROOT)
                        .withResolverStyle(ResolverStyle.STRICT);
        return new InstantFormat(
                zone == null ? "2016-02-29T01:16:00+03:00" : "2016-02-29T01:16:00",
                formatter,
                zone);
    }

    /** Whether a pattern reads an offset or a zone, so that no zone has to be given. */
    static boolean tellsOffset(String pattern) {
        return OFFSET.matcher(pattern).find();
    }

    /**
     * Message key of what a pattern leaves to a guess, or empty: the half of the day its hour is
     * in, or the century of its year.
     */
    static Optional<String> guess(String pattern) {
        if (HALF_DAY_HOUR.matcher(pattern).find() && !HALF_DAY.matcher(pattern).find()) {
            return Optional.of("exchange.mapping.half-day");
        }
        return SHORT_YEAR.matcher(pattern).find()
                ? Optional.of("exchange.mapping.short-year")
                : Optional.empty();
    }

    /**
     * A pattern of {@link DateTimeFormatter} that leaves nothing to a {@link #guess}.
     *
     * @throws IllegalArgumentException if it is no such pattern
     */
    static InstantFormat of(String pattern, @Nullable ZoneId zone) {
        DateTimeFormatter formatter =
                new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(YEAR_OF_ERA.matcher(pattern).replaceAll("u"))
                        .toFormatter(Locale.ENGLISH)
                        .withResolverStyle(ResolverStyle.STRICT);
        return new InstantFormat(pattern, formatter, zone);
    }

    /** What a cell must look like, for people. */
    String description() {
        return zone == null ? pattern : pattern + " (" + zone + ")";
    }

    /**
     * The instant a cell means, or empty if it can't be read. Of an hour that clocks showed twice
     * it is the first; {@link #again} tells the second.
     */
    Optional<Instant> read(String cell) {
        try {
            Instant instant = instant(formatter.parse(cell));
            return instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)
                    ? Optional.empty()
                    : Optional.of(instant);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The second instant that a cell may mean, where clocks showed its time twice. */
    Optional<Instant> again(String cell) {
        try {
            TemporalAccessor read = formatter.parse(cell);
            LocalTime time = read.query(TemporalQueries.localTime());
            if (time == null) {
                return Optional.empty();
            }
            LocalDateTime local = LocalDate.from(read).atTime(time);
            ZoneId place = place(read);
            return place.getRules().getValidOffsets(local).size() < 2
                    ? Optional.empty()
                    : Optional.of(local.atZone(place).withLaterOffsetAtOverlap().toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether a cell tells a time that clocks skipped that day where they stand. */
    boolean skipped(String cell) {
        try {
            TemporalAccessor read = formatter.parse(cell);
            LocalTime time = read.query(TemporalQueries.localTime());
            return time != null && isSkipped(LocalDate.from(read).atTime(time), place(read));
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    private static boolean isSkipped(LocalDateTime local, ZoneId place) {
        return place.getRules().getValidOffsets(local).isEmpty();
    }

    private Instant instant(TemporalAccessor read) {
        LocalTime time = read.query(TemporalQueries.localTime());
        if (time == null && hasPartOfATime(read)) {
            throw new DateTimeException("a time of which a part is missing: " + read);
        }
        LocalDate date = LocalDate.from(read);
        ZoneId place = place(read);
        if (time == null) {
            return date.atStartOfDay(place).toInstant();
        }
        LocalDateTime local = date.atTime(time);
        if (isSkipped(local, place)) {
            throw new DateTimeException("clocks skipped " + local);
        }
        return local.atZone(place).toInstant();
    }

    private static boolean hasPartOfATime(TemporalAccessor read) {
        return Arrays.stream(ChronoField.values())
                .filter(ChronoField::isTimeBased)
                .anyMatch(read::isSupported);
    }

    /** Where the clock stands: the offset of the cell, else its zone, else that of the mapping. */
    private ZoneId place(TemporalAccessor read) {
        ZoneId told = read.query(TemporalQueries.offset());
        if (told == null) {
            told = read.query(TemporalQueries.zoneId());
        }
        if (told == null) {
            told = zone;
        }
        if (told == null) {
            throw new DateTimeException("no offset in the cell and no zone in the mapping");
        }
        return told;
    }
}
