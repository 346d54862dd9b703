package io.kollega.access;

import io.kollega.audit.Audit;
import io.kollega.permissions.Requires;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.view.RedirectView;

/** Ends the session. */
@Controller
@EvenUnguarded
class SignOut {
    private final Sessions sessions;
    private final Audit audit;

    SignOut(Sessions sessions, Audit audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    @PostMapping("/sign-out")
    @Requires
    RedirectView signOut(CurrentPerson person, HttpServletRequest request) {
        sessions.end(request);
        audit.record(person.id().value(), "signed-out", "person:" + person.id().value(), Map.of());
        return new RedirectView("/sign-in?done=access.signed-out");
    }
}
