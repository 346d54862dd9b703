package io.kollega.access;

import io.kollega.organization.PersonId;
import io.kollega.permissions.Anyone;
import io.kollega.shell.Problem;
import io.kollega.shell.ProblemView;
import io.kollega.shell.Rendered;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Where a person sets a password by the one-time link they were given. */
@Controller
@Anyone
class PasswordLinkPage {
    private final PasswordLinks links;
    private final PasswordRule rule;
    private final OwnWords words;
    private final Sessions sessions;
    private final Entrance entrance;

    PasswordLinkPage(
            PasswordLinks links,
            PasswordRule rule,
            OwnWords words,
            Sessions sessions,
            Entrance entrance) {
        this.links = links;
        this.rule = rule;
        this.words = words;
        this.sessions = sessions;
        this.entrance = entrance;
    }

    @GetMapping("/password/{secret}")
    Rendered form(@PathVariable String secret) {
        return links.owner(secret)
                .map(owner ->
                        Rendered.of(
                                "access/password",
                                new PasswordView(owner.login(), secret, false, Map.of())))
                .orElseGet(PasswordLinkPage::gone);
    }

    @PostMapping("/password/{secret}")
    Object set(
            @PathVariable String secret,
            @RequestParam String password,
            @RequestParam String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<PasswordLinks.Owner> owner = links.owner(secret);
        if (owner.isEmpty()) {
            return gone();
        }
        String login = owner.get().login();
        PersonId person = owner.get().person();
        String problem = rule.problem(password, again, words.of(person, login));
        if (problem == null && links.isPresent(person, password)) {
            problem = "access.password.same";
        }
        if (problem != null) {
            return Rendered.refused(
                    "access/password",
                    new PasswordView(login, secret, false, Map.of("password", problem)));
        }
        if (!links.use(secret, person, password)) {
            return gone();
        }
        sessions.endAll(person);
        return new RedirectView(
                entrance.enter(
                        person, Way.LINK, "/?done=access.password.changed", request, response));
    }

    private static Rendered gone() {
        return new Rendered(
                "access/link-gone",
                new ProblemView(Problem.NOT_FOUND, null),
                Problem.NOT_FOUND.status());
    }
}
