package io.kollega.access;

import io.kollega.audit.Audit;
import io.kollega.permissions.Confirmed;
import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.view.RedirectView;

/** Where one is signed in, and how to end it elsewhere. */
@Controller
@Requires
class SessionsPage {
    private static final String ENDED = "/profile/sessions?done=access.sessions.ended";

    private final OpenSessions open;
    private final Sessions sessions;
    private final Audit audit;

    SessionsPage(OpenSessions open, Sessions sessions, Audit audit) {
        this.open = open;
        this.sessions = sessions;
        this.audit = audit;
    }

    @GetMapping("/profile/sessions")
    Rendered list(CurrentPerson person, HttpServletRequest request) {
        return Rendered.of("access/sessions", new SessionsView(open.of(person.id(), request)));
    }

    @Confirmed
    @PostMapping("/profile/sessions/{key}/ending")
    RedirectView end(CurrentPerson person, @PathVariable String key) {
        if (!open.end(person.id(), key)) {
            return new RedirectView("/profile/sessions");
        }
        note(person, "session.ended");
        return new RedirectView(ENDED);
    }

    @Confirmed
    @PostMapping("/profile/sessions/ending")
    RedirectView endOthers(CurrentPerson person, HttpServletRequest request) {
        sessions.endOthers(person.id(), request);
        note(person, "sessions.ended");
        return new RedirectView(ENDED);
    }

    private void note(CurrentPerson person, String deed) {
        audit.record(person.id().value(), deed, "person:" + person.id().value(), Map.of());
    }
}
