package io.kollega.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of another system's event log, read and understood; null where a cell says nothing. */
record LoggedEvent(
        String request,
        Instant at,
        EventState state,
        @Nullable String unit,
        @Nullable String parent,
        @Nullable String person,
        @Nullable String clientUnit,
        @Nullable String clientPerson,
        @Nullable String service,
        @Nullable Boolean kept) {}
