package io.kollega.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody turns to a unit.
 *
 * @param service null if they just ask
 * @param unit code of the unit they turn to
 */
record Asking(
        Instant at,
        @Nullable ServicePlan service,
        String unit,
        Colleague client,
        String clientUnit) {}
