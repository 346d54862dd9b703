package io.kollega.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/** Notes for the audit trail who was refused what they may not do, and which token was refused. */
@Component
final class RefusedAccess {
    private final Tallies tallies;
    private final JdbcClient jdbc;

    RefusedAccess(Tallies tallies, JdbcClient jdbc) {
        this.tallies = tallies;
        this.jdbc = jdbc;
    }

    /** Names the kind of page, not the page: what nobody may see isn't told by the trail either. */
    void note(CurrentPerson person, HttpServletRequest request) {
        Object kind = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        tallies.note(
                person.id().value(),
                "access.refused",
                "page:" + Objects.requireNonNullElse(kind, "/actuator"));
    }

    /** A token that was one of ours is told by its number, any other by where it came from. */
    void note(String token, HttpServletRequest request) {
        tallies.note(
                0,
                "token.refused",
                jdbc.sql("select id from access.token where hash = ?")
                        .param(Secret.hash(token))
                        .query((row, _) -> "token:" + row.getLong(1))
                        .optional()
                        .orElseGet(() -> "address:" + Origin.network(request.getRemoteAddr())));
    }
}
