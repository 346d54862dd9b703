package io.kollega.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** By what the signed-in person can prove that it is them. */
@Component
final class Proofs {
    private final SignIn signIn;

    Proofs(SignIn signIn) {
        this.signIn = signIn;
    }

    /** What they have to prove it by. */
    record Known(boolean password) {}

    Known known(CurrentPerson person) {
        return new Known(signIn.hasPassword(person.login()));
    }

    /** How the proof that came with a request went; empty if none came. */
    Optional<SignIn.Outcome> check(CurrentPerson person, HttpServletRequest request) {
        String password = request.getParameter("confirm-password");
        return password == null
                ? Optional.empty()
                : Optional.of(signIn.prove(person, password, request.getRemoteAddr()));
    }
}
