package io.kollega.requests;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A line of a request's history as the REST interface gives it.
 *
 * @param author the id of the person; null for the system itself
 * @param happening {@code submitted}, {@code replied}, {@code noted}, {@code assigned} and so on
 * @param person who was assigned or called in
 * @param unit to which it was handed over
 * @param from the unit that handed it over
 * @param reason of a pause
 */
record EntryDocument(
        int number,
        Instant at,
        @Nullable Long author,
        String happening,
        boolean internal,
        String text,
        @Nullable Long person,
        @Nullable Long unit,
        @Nullable Long from,
        @Nullable String reason) {

    static EntryDocument of(Entry entry) {
        Entries.Columns columns = Entries.Columns.of(entry.what());
        return new EntryDocument(
                entry.number(),
                entry.at().truncatedTo(ChronoUnit.MILLIS),
                Rows.id(entry.author()),
                entry.what().slug(),
                entry.internal(),
                entry.text(),
                Rows.id(columns.person()),
                Rows.id(columns.unit()),
                Rows.id(columns.fromUnit()),
                columns.reason());
    }
}
