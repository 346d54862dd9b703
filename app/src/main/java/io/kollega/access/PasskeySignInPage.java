package io.kollega.access;

import io.kollega.organization.PersonId;
import io.kollega.permissions.Anyone;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Lets people in by a passkey alone: they hold it, and they unlocked it. */
@Controller
@Anyone
class PasskeySignInPage {
    private final PasskeyAnswers answers;
    private final Identities identities;
    private final Entrance entrance;

    PasskeySignInPage(PasskeyAnswers answers, Identities identities, Entrance entrance) {
        this.answers = answers;
        this.identities = identities;
        this.entrance = entrance;
    }

    @PostMapping("/sign-in/passkey")
    RedirectView signIn(
            @RequestParam String credential,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<PersonId> person =
                answers.shown(credential).filter(it -> identities.of(it).isPresent());
        return new RedirectView(
                person.isPresent()
                        ? entrance.enter(
                                person.get(), Way.PASSKEY, Refusal.local(to), request, response)
                        : "/sign-in?undone=access.passkeys.refused");
    }
}
