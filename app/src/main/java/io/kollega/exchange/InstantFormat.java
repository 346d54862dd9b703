package io.kollega.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
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
     * A pattern of {@link DateTimeFormatter}.
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

    /** The instant a cell means, or empty if it can't be read. */
    Optional<Instant> read(String cell) {
        try {
            Instant instant =
                    instant(
                            formatter.parseBest(
                                    cell,
                                    ZonedDateTime::from,
                                    OffsetDateTime::from,
                                    LocalDateTime::from,
                                    LocalDate::from));
            return instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)
                    ? Optional.empty()
                    : Optional.of(instant);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private Instant instant(TemporalAccessor read) {
        return switch (read) {
            case ZonedDateTime zoned -> zoned.toInstant();
            case OffsetDateTime offset -> offset.toInstant();
            case LocalDateTime local -> local.atZone(knownZone()).toInstant();
            case LocalDate date -> date.atStartOfDay(knownZone()).toInstant();
            default -> throw new DateTimeException("neither a time nor a date: " + read);
        };
    }

    private ZoneId knownZone() {
        if (zone == null) {
            throw new DateTimeException("no offset in the cell and no zone in the mapping");
        }
        return zone;
    }
}
