package io.kollega.mail;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When somebody wants to hear of a topic. */
enum Pace {
    AT_ONCE,
    HOURLY,
    DAILY,
    NEVER;

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    static Optional<Pace> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean digest() {
        return this == HOURLY || this == DAILY;
    }

    /** When what has happened now may go: at once, at the full hour, or in the morning. */
    Instant due(Instant now, ZoneId zone) {
        ZonedDateTime here = now.atZone(zone);
        return switch (this) {
            case AT_ONCE, NEVER -> now;
            case HOURLY -> here.truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
            case DAILY -> {
                ZonedDateTime morning = here.toLocalDate().atTime(MORNING).atZone(zone);
                yield (morning.isAfter(here)
                                ? morning
                                : here.toLocalDate().plusDays(1).atTime(MORNING).atZone(zone))
                        .toInstant();
            }
        };
    }
}
