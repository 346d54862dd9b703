package io.kollega.access;

import io.kollega.organization.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
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

    Sessions(
            SessionAuthenticationStrategy renewal,
            SecurityContextRepository contexts,
            JdbcClient jdbc) {
        this.renewal = renewal;
        this.contexts = contexts;
        this.jdbc = jdbc;
    }

    void begin(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication =
                UsernamePasswordAuthenticationToken.authenticated(
                        new SessionPerson(person.value()), null, List.of());
        renewal.onAuthentication(authentication, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
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
