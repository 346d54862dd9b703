package io.kollega.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** By what the signed-in person can prove that it is them: by any one of what they have. */
@Component
final class Proofs {
    private final SignIn signIn;
    private final SecondFactors factors;
    private final SecondStep step;
    private final PasskeyAnswers passkeys;

    Proofs(SignIn signIn, SecondFactors factors, SecondStep step, PasskeyAnswers passkeys) {
        this.signIn = signIn;
        this.factors = factors;
        this.step = step;
        this.passkeys = passkeys;
    }

    /** What they have to prove it by. */
    record Known(boolean password, boolean authenticator, boolean passkey) {
        boolean nothing() {
            return !password && !authenticator && !passkey;
        }
    }

    Known known(CurrentPerson person) {
        SecondFactors.Held held = factors.of(person.id());
        return new Known(
                signIn.hasPassword(person.login()), held.authenticator(), held.passkeys() > 0);
    }

    /** How the proof that came with a request went; empty if none came. */
    Optional<SignIn.Outcome> check(CurrentPerson person, HttpServletRequest request) {
        Known known = known(person);
        String address = request.getRemoteAddr();
        String credential = given(request, "credential");
        if (!credential.isEmpty()) {
            boolean theirs = passkeys.shown(credential).filter(person.id()::equals).isPresent();
            return Optional.of(
                    theirs ? new SignIn.Outcome.Admitted(person.id()) : new SignIn.Outcome.Wrong());
        }
        String code = given(request, "code");
        if (known.authenticator() && !code.isBlank()) {
            return Optional.of(step.takeOfApp(person.id(), code, address));
        }
        String password = given(request, "password");
        if (known.password() && !password.isEmpty()) {
            return Optional.of(signIn.prove(person, password, address));
        }
        return known.nothing()
                ? Optional.of(new SignIn.Outcome.Admitted(person.id()))
                : Optional.empty();
    }

    private static String given(HttpServletRequest request, String name) {
        String value = request.getParameter(Confirmation.FIELD + name);
        return value == null ? "" : value;
    }
}
