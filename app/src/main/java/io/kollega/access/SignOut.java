package io.kollega.access;

import io.kollega.audit.Audit;
import io.kollega.permissions.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.view.RedirectView;

/** Ends the session. */
@Controller
@EvenUnguarded
class SignOut {
    /** Pages kept for going back to; not the cookies, which hold the language and the theme. */
    private static final String LEFT_IN_BROWSER = "\"cache\", \"storage\"";

    private final Sessions sessions;
    private final Audit audit;

    SignOut(Sessions sessions, Audit audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    @PostMapping("/sign-out")
    @Requires
    RedirectView signOut(
            CurrentPerson person, HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request);
        response.setHeader("Clear-Site-Data", LEFT_IN_BROWSER);
        audit.record(person.id().value(), "signed-out", "person:" + person.id().value(), Map.of());
        return new RedirectView("/sign-in?done=access.signed-out");
    }
}
