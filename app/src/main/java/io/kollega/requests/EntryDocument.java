package io.kollega.requests;

import io.kollega.promises.PauseReason;
import io.kollega.shell.ValuesOf;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A line of a request's history as the REST interface gives it. */
record EntryDocument(
        @Schema(description = "From 1 within the request") int number,
        Instant at,
        @Schema(description = "The id of the person; null for the system itself")
                @Nullable Long author,
        @ValuesOf(Happening.class) String happening,
        @Schema(description = "Whether it is a note for the provider's own people")
                boolean internal,
        @Schema(description = "Empty where nobody wrote anything") String text,
        @Schema(description = "Who was assigned or called in") @Nullable Long person,
        @Schema(description = "The unit to which it was handed over") @Nullable Long unit,
        @Schema(description = "The unit that handed it over") @Nullable Long from,
        @Schema(description = "Why it was paused") @ValuesOf(PauseReason.class)
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
