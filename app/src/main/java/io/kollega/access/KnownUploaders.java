package io.kollega.access;

import io.kollega.shell.Uploaders;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.stereotype.Component;

/** Known is who has a token or a session; what an ended one is worth is told later. */
@Component
final class KnownUploaders implements Uploaders {
    private final Identities identities;
    private final SessionRepository<? extends Session> sessions;
    private final CookieSerializer cookie;

    KnownUploaders(
            Identities identities,
            SessionRepository<? extends Session> sessions,
            CookieSerializer cookie) {
        this.identities = identities;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @Override
    public boolean known(HttpServletRequest request) {
        if (BearerTokens.carries(request)) {
            return identities
                    .byToken(BearerTokens.token(request.getHeader(HttpHeaders.AUTHORIZATION)))
                    .isPresent();
        }
        return cookie.readCookieValues(request).stream()
                .anyMatch(id -> sessions.findById(id) != null);
    }
}
