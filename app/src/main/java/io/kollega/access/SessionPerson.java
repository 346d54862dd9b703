package io.kollega.access;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * What a session remembers: who it is, and how they came. What they may do is looked up at each
 * request. All of it lies in the one attribute that is read anyway, and is written again only when
 * somebody confirms that it is them.
 *
 * @param since when they signed in; null in a session older than this notion, which has ended
 * @param proved when they last proved who they are
 * @param address from where they signed in; empty where anybody may read it, in a demonstration
 */
record SessionPerson(
        long id,
        @Nullable Instant since,
        @Nullable Instant proved,
        @Nullable Way way,
        @Nullable Device device,
        @Nullable String address)
        implements AuthenticatedPrincipal, Serializable {
    @Serial private static final long serialVersionUID = 1L;

    @Override
    public String getName() {
        return Long.toString(id);
    }

    SessionPerson provedAt(Instant now) {
        return new SessionPerson(id, since, now, way, device, address);
    }
}
