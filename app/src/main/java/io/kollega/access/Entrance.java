package io.kollega.access;

import io.kollega.audit.Audit;
import io.kollega.organization.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Lets people in once a first factor was right, or has them show the second one they have. */
@Component
final class Entrance {
    private final SecondFactors factors;
    private final Sessions sessions;
    private final Audit audit;

    Entrance(SecondFactors factors, Sessions sessions, Audit audit) {
        this.factors = factors;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Where they go now; in the end to the path of ours that was asked for. */
    String enter(
            PersonId person,
            Way way,
            String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (asksForMore(way) && factors.of(person).any()) {
            sessions.beginHalfway(person, request, response);
            return to.equals("/")
                    ? "/sign-in/second-factor"
                    : "/sign-in/second-factor?to=" + UriUtils.encode(to, "UTF-8");
        }
        sessions.begin(person, way, request, response);
        audit.record(
                person.value(), "signed-in", "person:" + person.value(), Map.of("by", way.slug()));
        return to;
    }

    private static boolean asksForMore(Way way) {
        return switch (way) {
            case PASSWORD, LINK -> true;
            case SECOND_FACTOR, PASSKEY, VISIT -> false;
        };
    }
}
