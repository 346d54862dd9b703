package io.kollega.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Hours of the reader's day in which no mail goes to them.
 *
 * @param from the first of them, 0 to 23
 * @param until the hour at which they end, 0 to 23; before {@code from} for a night
 */
record Quiet(int from, int until) {
    Quiet {
        if (from < 0 || from > 23 || until < 0 || until > 23 || from == until) {
            throw new IllegalArgumentException(
                    "hours are " + from + " and " + until + ", allowed are two of 0 to 23");
        }
    }

    /** The instant itself, or the end of the quiet hours in which it lies. */
    Instant after(Instant due, ZoneId zone) {
        ZonedDateTime here = due.atZone(zone);
        int hour = here.getHour();
        boolean quiet = from < until ? hour >= from && hour < until : hour >= from || hour < until;
        if (!quiet) {
            return due;
        }
        ZonedDateTime end = here.toLocalDate().atTime(until, 0).atZone(zone);
        return (end.isAfter(here)
                        ? end
                        : here.toLocalDate().plusDays(1).atTime(until, 0).atZone(zone))
                .toInstant();
    }
}
