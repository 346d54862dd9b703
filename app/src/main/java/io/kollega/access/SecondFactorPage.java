package io.kollega.access;

import io.kollega.organization.PersonId;
import io.kollega.permissions.Anyone;
import io.kollega.shell.Rendered;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Asks for the second factor of whose password was right a moment ago. */
@Controller
@Anyone
class SecondFactorPage {
    private final SignedIn signedIn;
    private final SecondFactors factors;
    private final SecondStep step;
    private final Entrance entrance;

    SecondFactorPage(SignedIn signedIn, SecondFactors factors, SecondStep step, Entrance entrance) {
        this.signedIn = signedIn;
        this.factors = factors;
        this.step = step;
        this.entrance = entrance;
    }

    @GetMapping("/sign-in/second-factor")
    Object form(@RequestParam(defaultValue = "/") String to) {
        return signedIn.halfway()
                .<Object>map(
                        person -> Rendered.of("access/second-factor", view(person, to, null, 0)))
                .orElseGet(SecondFactorPage::again);
    }

    @PostMapping("/sign-in/second-factor")
    Object take(
            @RequestParam String code,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<PersonId> halfway = signedIn.halfway();
        if (halfway.isEmpty()) {
            return again();
        }
        PersonId person = halfway.get();
        return switch (step.take(person, code, request.getRemoteAddr())) {
            case SignIn.Outcome.Admitted _ ->
                    new RedirectView(
                            entrance.enter(
                                    person,
                                    Way.SECOND_FACTOR,
                                    Refusal.local(to),
                                    request,
                                    response));
            case SignIn.Outcome.Wrong() ->
                    Rendered.refused(
                            "access/second-factor",
                            view(person, to, "access.second-factor.wrong", 0));
            case SignIn.Outcome.Later later -> {
                Waiting waiting = Waiting.of(later);
                waiting.tell(response);
                yield new Rendered(
                        "access/second-factor",
                        view(person, to, waiting.sentence(), waiting.amount()),
                        waiting.status());
            }
        };
    }

    private SecondFactorView view(
            PersonId person, String to, @Nullable String problem, long amount) {
        return new SecondFactorView(factors.of(person), Refusal.local(to), problem, amount);
    }

    private static RedirectView again() {
        return new RedirectView("/sign-in?undone=access.second-factor.late");
    }
}
