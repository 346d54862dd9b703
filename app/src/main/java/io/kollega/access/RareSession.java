package io.kollega.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/**
 * A session whose last use is noted once a minute at most: a look at a page must not cost a durable
 * write. It may so end by idleness up to a minute early, never late.
 */
final class RareSession implements Session {
    static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    /** As its repository knows it. */
    final Session kept;

    RareSession(Session kept) {
        this.kept = kept;
    }

    @Override
    public void setLastAccessedTime(Instant at) {
        if (!at.isBefore(kept.getLastAccessedTime().plus(NOTED_EVERY))) {
            kept.setLastAccessedTime(at);
        }
    }

    @Override
    public Instant getLastAccessedTime() {
        return kept.getLastAccessedTime();
    }

    @Override
    public String getId() {
        return kept.getId();
    }

    @Override
    public String changeSessionId() {
        return kept.changeSessionId();
    }

    @Override
    public <T> @Nullable T getAttribute(String name) {
        return kept.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return kept.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, Object value) {
        kept.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        kept.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return kept.getCreationTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        kept.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return kept.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return kept.isExpired();
    }
}
