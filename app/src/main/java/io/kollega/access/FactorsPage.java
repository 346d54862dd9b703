package io.kollega.access;

import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What one has besides the password. */
@Controller
@Requires
@EvenUnguarded
class FactorsPage {
    private final SecondFactors factors;
    private final SignedIn signedIn;

    FactorsPage(SecondFactors factors, SignedIn signedIn) {
        this.factors = factors;
        this.signedIn = signedIn;
    }

    @GetMapping(Enrolment.WHERE)
    Rendered show(CurrentPerson person, HttpServletRequest request) {
        return Rendered.of(
                "access/factors",
                new FactorsView(factors.of(person.id()), signedIn.unguarded(request)));
    }
}
