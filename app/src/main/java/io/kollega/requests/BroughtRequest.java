package io.kollega.requests;

import io.kollega.catalog.ServiceId;
import io.kollega.catalog.Standard;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.worktime.CalendarId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request of another system, or of an earlier time, with all that happened to it.
 *
 * @param externalId its name in its source, by which it is known again
 * @param fields the client's answers to the questions of the service, by their keys
 * @param clientNamed whether the source names the client, instead of one who stands for many
 * @param unit the unit to which it was submitted; {@link Happening.HandedOver} moves it on
 * @param standard what was promised; null if nothing was, which only a finished request may have
 * @param calendar by which its working time is counted
 * @param kept whether the promise of a solution was kept, where the source says so itself; null to
 *     work it out from the standard
 * @param entries in time order; the submission itself is not among them
 */
public record BroughtRequest(
        String externalId,
        Kind kind,
        String subject,
        String body,
        Map<String, String> fields,
        PersonId client,
        boolean clientNamed,
        UnitId clientUnit,
        UnitId unit,
        @Nullable ServiceId service,
        @Nullable Standard standard,
        CalendarId calendar,
        @Nullable Boolean kept,
        Instant submittedAt,
        List<BroughtEntry> entries) {

    /** A request of a system that asks no questions. */
    public BroughtRequest(
            String externalId,
            Kind kind,
            String subject,
            String body,
            PersonId client,
            UnitId clientUnit,
            UnitId unit,
            @Nullable ServiceId service,
            @Nullable Standard standard,
            CalendarId calendar,
            @Nullable Boolean kept,
            Instant submittedAt,
            List<BroughtEntry> entries) {
        this(
                externalId,
                kind,
                subject,
                body,
                Map.of(),
                client,
                true,
                clientUnit,
                unit,
                service,
                standard,
                calendar,
                kept,
                submittedAt,
                entries);
    }
}
