package io.kollega.access;

import io.kollega.organization.PersonId;
import io.kollega.permissions.Confirmed;
import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Takes an authenticator app into use, and out of it. */
@Controller
@Requires
@Confirmed
@InPerson
@EvenUnguarded
class AuthenticatorPage {
    private final Authenticators authenticators;
    private final FactorChanges changes;

    AuthenticatorPage(Authenticators authenticators, FactorChanges changes) {
        this.authenticators = authenticators;
        this.changes = changes;
    }

    /** Answers with the secret itself, which only this page ever shows. */
    @PostMapping("/profile/authenticator/draft")
    Rendered draft(CurrentPerson person) {
        return Rendered.of(
                "access/authenticator", view(person, authenticators.draft(person.id()), null));
    }

    @PostMapping("/profile/authenticator")
    Object add(
            CurrentPerson person,
            @RequestParam String draft,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        PersonId id = person.id();
        Optional<byte[]> secret = authenticators.secret(id, draft);
        if (secret.isEmpty()) {
            return new RedirectView(Enrolment.WHERE);
        }
        if (!authenticators.add(id, secret.get(), code)) {
            return Rendered.refused(
                    "access/authenticator", view(person, draft, "access.authenticator.wrong"));
        }
        return changes.added(id, "authenticator.added", request);
    }

    @PostMapping("/profile/authenticator/removal")
    RedirectView remove(CurrentPerson person, HttpServletRequest request) {
        return authenticators.remove(person.id())
                ? changes.removed(person.id(), "authenticator.removed", request)
                : new RedirectView(Enrolment.WHERE);
    }

    private AuthenticatorView view(CurrentPerson person, String draft, @Nullable String problem) {
        return AuthenticatorView.of(
                person.login(),
                draft,
                authenticators.secret(person.id(), draft).orElseThrow(),
                problem);
    }
}
