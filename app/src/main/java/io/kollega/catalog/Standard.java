package io.kollega.catalog;

import io.kollega.organization.Name;
import io.kollega.organization.UnitId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of the rules of a service, or of a unit that is just asked.
 *
 * @param service the service, or null for the standard of a unit that is just asked
 * @param response business time until the first public answer
 * @param solution business time until the solution
 * @param norms how the unit behaves, one sentence each
 * @param duties what the client owes, one sentence each
 */
public record Standard(
        StandardId id,
        UnitId unit,
        @Nullable ServiceId service,
        int version,
        Duration response,
        Duration solution,
        List<FormField> fields,
        List<Name> norms,
        List<Name> duties) {}
