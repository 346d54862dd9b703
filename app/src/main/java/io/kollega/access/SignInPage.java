package io.kollega.access;

import io.kollega.organization.PersonId;
import io.kollega.permissions.Anyone;
import io.kollega.shell.Rendered;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Where people sign in. */
@Controller
@Anyone
class SignInPage {
    private final SignIn signIn;
    private final Entrance entrance;
    private final Demo demo;
    private final BrowserCookies cookies;

    SignInPage(SignIn signIn, Entrance entrance, Demo demo, BrowserCookies cookies) {
        this.signIn = signIn;
        this.entrance = entrance;
        this.demo = demo;
        this.cookies = cookies;
    }

    @GetMapping("/sign-in")
    Object page(@RequestParam(defaultValue = "/") String to, @Nullable CurrentPerson person) {
        return person == null ? Rendered.of("access/sign-in", view("", to, null, 0)) : redirect(to);
    }

    @PostMapping("/sign-in")
    Object signIn(
            @RequestParam String login,
            @RequestParam String password,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answer(
                signIn.attempt(login, password, Origin.of(request, cookies)),
                login,
                to,
                Way.PASSWORD,
                request,
                response);
    }

    @PostMapping("/sign-in/visit")
    Object visit(
            @RequestParam String login,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answer(signIn.visit(login), login, to, Way.VISIT, request, response);
    }

    private Object answer(
            SignIn.Outcome outcome,
            String login,
            String to,
            Way way,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (outcome) {
            case SignIn.Outcome.Admitted(PersonId person) ->
                    redirect(entrance.enter(person, way, Refusal.local(to), request, response));
            case SignIn.Outcome.Wrong() ->
                    Rendered.refused("access/sign-in", view(login, to, "access.sign-in.wrong", 0));
            case SignIn.Outcome.Later later -> {
                Waiting waiting = Waiting.of(later);
                waiting.tell(response);
                yield new Rendered(
                        "access/sign-in",
                        view(login, to, waiting.sentence(), waiting.amount()),
                        waiting.status());
            }
        };
    }

    private SignInView view(String login, String to, @Nullable String problem, long delay) {
        return new SignInView(
                login, Refusal.local(to), problem, delay, demo.demo() ? demo.cast() : List.of());
    }

    private static RedirectView redirect(String to) {
        return new RedirectView(Refusal.local(to));
    }
}
