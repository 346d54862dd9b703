package io.kollega.access;

import java.io.Serial;
import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/** What a session remembers: only who it is. What they may do is looked up at each request. */
record SessionPerson(long id) implements AuthenticatedPrincipal, Serializable {
    @Serial private static final long serialVersionUID = 1L;

    @Override
    public String getName() {
        return Long.toString(id);
    }
}
