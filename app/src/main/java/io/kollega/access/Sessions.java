package io.kollega.access;

import io.kollega.organization.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Begins and ends sessions. A session begins under a new id and with a new CSRF token. */
@Component
final class Sessions {
    private final SessionAuthenticationStrategy renewal;
    private final SecurityContextRepository contexts;
    private final JdbcClient jdbc;
    private final FamiliarPlaces places;
    private final Clock clock;

    Sessions(
            SessionAuthenticationStrategy renewal,
            SecurityContextRepository contexts,
            JdbcClient jdbc,
            FamiliarPlaces places,
            Clock clock) {
        this.renewal = renewal;
        this.contexts = contexts;
        this.jdbc = jdbc;
        this.places = places;
        this.clock = clock;
    }

    void begin(PersonId person, Way way, HttpServletRequest request, HttpServletResponse response) {
        Instant now = clock.instant();
        SessionPerson session =
                new SessionPerson(
                        person.value(),
                        now,
                        now,
                        way,
                        Device.of(request.getHeader(HttpHeaders.USER_AGENT)),
                        way == Way.VISIT ? "" : request.getRemoteAddr());
        renewal.onAuthentication(authentication(session), request, response);
        keep(session, request, response);
        if (way != Way.VISIT) {
            places.remember(person, request, response);
        }
    }

    /** Remembers whose first factor was right, until the second comes. */
    void beginHalfway(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        Halfway halfway = new Halfway(person.value(), clock.instant());
        renewal.onAuthentication(authentication(halfway), request, response);
        keep(halfway, request, response);
    }

    /** Writes down that whose session it is has just proved it. */
    void proved(SessionPerson session, HttpServletRequest request, HttpServletResponse response) {
        keep(session.provedAt(clock.instant()), request, response);
    }

    private void keep(
            AuthenticatedPrincipal principal,
            HttpServletRequest request,
            HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication(principal));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private static Authentication authentication(AuthenticatedPrincipal principal) {
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of());
    }

    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /** Ends every session of the person. */
    void endAll(PersonId person) {
        jdbc.sql("delete from access.spring_session where principal_name = ?")
                .param(Long.toString(person.value()))
                .update();
    }

    /** Ends every session of the person but this one. */
    void endOthers(PersonId person, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        jdbc.sql("delete from access.spring_session where principal_name = ? and session_id <> ?")
                .params(Long.toString(person.value()), session == null ? "" : session.getId())
                .update();
    }
}
