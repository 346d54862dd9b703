package io.kollega.access;

import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What one has besides the password. */
@Controller
@Requires
@EvenUnguarded
class FactorsPage {
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final SignedIn signedIn;

    FactorsPage(SecondFactors factors, Passkeys passkeys, SignedIn signedIn) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.signedIn = signedIn;
    }

    @GetMapping(Enrolment.WHERE)
    Rendered show(CurrentPerson person, HttpServletRequest request) {
        return Rendered.of(
                "access/factors",
                new FactorsView(
                        factors.of(person.id()),
                        passkeys.of(person.id()),
                        Device.of(request.getHeader(HttpHeaders.USER_AGENT)),
                        signedIn.unguarded(request)));
    }
}
