package io.kollega.access;

import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Changes the password of who is signed in; every other session of theirs ends. */
@Controller
@Requires
class PasswordPage {
    private final SignIn signIn;
    private final PasswordLinks passwords;
    private final PasswordRule rule;
    private final OwnWords words;
    private final Sessions sessions;
    private final SignedIn signedIn;

    PasswordPage(
            SignIn signIn,
            PasswordLinks passwords,
            PasswordRule rule,
            OwnWords words,
            Sessions sessions,
            SignedIn signedIn) {
        this.signIn = signIn;
        this.passwords = passwords;
        this.rule = rule;
        this.words = words;
        this.sessions = sessions;
        this.signedIn = signedIn;
    }

    @GetMapping("/profile/password")
    Rendered form(CurrentPerson person) {
        return Rendered.of("access/password", view(person, Map.of()));
    }

    @PostMapping("/profile/password")
    Object change(
            CurrentPerson person,
            @RequestParam(defaultValue = "") String current,
            @RequestParam String password,
            @RequestParam String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        Map<String, String> problems = new LinkedHashMap<>();
        String problem = rule.problem(password, again, words.of(person.id(), person.login()));
        if (problem != null) {
            problems.put("password", problem);
        } else {
            switch (signIn.prove(person, current, request.getRemoteAddr())) {
                case SignIn.Outcome.Admitted _
                        when Passwords.normal(password).equals(Passwords.normal(current)) ->
                        problems.put("password", "access.password.same");
                case SignIn.Outcome.Admitted _ -> {
                    passwords.set(person.id(), password);
                    sessions.endOthers(person.id(), request);
                    signedIn.session().ifPresent(it -> sessions.proved(it, request, response));
                    return new RedirectView("/profile?done=access.password.changed");
                }
                case SignIn.Outcome.Wrong() ->
                        problems.put("current", "access.password.current-wrong");
                case SignIn.Outcome.Later later -> {
                    Waiting waiting = Waiting.of(later);
                    waiting.tell(response);
                    problems.put("current", waiting.problem());
                    return new Rendered(
                            "access/password", view(person, problems), waiting.status());
                }
            }
        }
        return Rendered.refused("access/password", view(person, problems));
    }

    private PasswordView view(CurrentPerson person, Map<String, String> problems) {
        return new PasswordView(person.login(), null, signIn.hasPassword(person.login()), problems);
    }
}
