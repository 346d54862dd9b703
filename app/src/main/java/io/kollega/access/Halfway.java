package io.kollega.access;

import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Whose first factor was right, and whose second is still asked for. To everything but the page
 * that asks, it is nobody.
 */
record Halfway(long id, Instant since) implements AuthenticatedPrincipal, Serializable {
    @Serial private static final long serialVersionUID = 1L;

    static final Duration LASTS = Duration.ofMinutes(10);

    @Override
    public String getName() {
        return Long.toString(id);
    }
}
