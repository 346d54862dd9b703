package io.kollega.access;

import io.kollega.permissions.Confirmed;
import io.kollega.permissions.Requires;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Takes new passkeys of who is signed in, and removes them. */
@Controller
@Requires
@Confirmed
@InPerson
@EvenUnguarded
class PasskeysPage {
    private static final int LONGEST_NAME = 60;

    private final PasskeyAnswers answers;
    private final Passkeys passkeys;
    private final FactorChanges changes;

    PasskeysPage(PasskeyAnswers answers, Passkeys passkeys, FactorChanges changes) {
        this.answers = answers;
        this.passkeys = passkeys;
        this.changes = changes;
    }

    @PostMapping("/profile/passkeys")
    Object add(
            CurrentPerson person,
            @RequestParam String name,
            @RequestParam String credential,
            HttpServletRequest request) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            return new RedirectView(Enrolment.WHERE + "?undone=access.passkeys.name-needed");
        }
        return answers.made(person.id(), stripped, credential)
                ? changes.added(person.id(), "passkey.added", request)
                : new RedirectView(Enrolment.WHERE + "?undone=access.passkeys.not-made");
    }

    @PostMapping("/profile/passkeys/{id}/removal")
    RedirectView remove(CurrentPerson person, @PathVariable long id, HttpServletRequest request) {
        return passkeys.remove(person.id(), id)
                ? changes.removed(person.id(), "passkey.removed", request)
                : new RedirectView(Enrolment.WHERE);
    }
}
