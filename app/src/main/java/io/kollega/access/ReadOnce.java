package io.kollega.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Remembers for the length of one request, and of nothing more, which session was read in it:
 * Spring's filter asks for it again when it writes the answer. The next request reads anew, so a
 * session that was ended anywhere is dead at once.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
final class ReadOnce extends OncePerRequestFilter {
    /** Of this thread while it answers a request; elsewhere there is none, and all is read anew. */
    private static final ThreadLocal<@Nullable Map<String, RareSession>> READ = new ThreadLocal<>();

    /** The session of this id that this request has read; null if it has read none. */
    static @Nullable RareSession read(String id) {
        Map<String, RareSession> read = READ.get();
        return read == null ? null : read.get(id);
    }

    static void remember(RareSession session) {
        Map<String, RareSession> read = READ.get();
        if (read != null) {
            read.put(session.getId(), session);
        }
    }

    static void forget(String id) {
        Map<String, RareSession> read = READ.get();
        if (read != null) {
            read.remove(id);
        }
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        READ.set(new HashMap<>());
        try {
            chain.doFilter(request, response);
        } finally {
            READ.remove();
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
