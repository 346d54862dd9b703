package io.kollega.access;

import io.kollega.access.Attempts.Turn;
import io.kollega.audit.Audit;
import io.kollega.organization.PersonId;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Checks codes of somebody whose password was right, or who is signed in. */
@Component
final class SecondStep {
    private final Authenticators authenticators;
    private final RecoveryCodes recovery;
    private final Attempts attempts;
    private final Tallies tallies;
    private final Audit audit;

    SecondStep(
            Authenticators authenticators,
            RecoveryCodes recovery,
            Attempts attempts,
            Tallies tallies,
            Audit audit) {
        this.authenticators = authenticators;
        this.recovery = recovery;
        this.attempts = attempts;
        this.tallies = tallies;
        this.audit = audit;
    }

    /** Takes a code of the app, or a recovery code in its place. */
    SignIn.Outcome take(PersonId person, String code, String address) {
        return slowed(
                person,
                address,
                () -> isOfApp(code) ? authenticators.use(person, code) : recover(person, code));
    }

    /** Takes a code of the app alone: recovery codes are for coming in. */
    SignIn.Outcome takeOfApp(PersonId person, String code, String address) {
        return slowed(person, address, () -> authenticators.use(person, code));
    }

    /** Six digits are soon guessed, so they are counted from wherever somebody tries. */
    private SignIn.Outcome slowed(PersonId person, String address, BooleanSupplier check) {
        Origin from = new Origin(Origin.network(address), null);
        return switch (attempts.begin(
                "second factor " + person.value(), from, FamiliarPlaces.Known.NOT)) {
            case Turn.Slowed(Duration delay) ->
                    new SignIn.Outcome.Later(delay, SignIn.Why.ATTEMPTS);
            case Turn.Granted turn when check.getAsBoolean() -> {
                attempts.succeeded(turn);
                yield new SignIn.Outcome.Admitted(person);
            }
            case Turn.Granted _ -> {
                tallies.note(person.value(), "second-factor.refused", "person:" + person.value());
                yield new SignIn.Outcome.Wrong();
            }
        };
    }

    private boolean recover(PersonId person, String code) {
        boolean recovered = recovery.use(person, code);
        if (recovered) {
            audit.record(
                    person.value(), "recovery-code.used", "person:" + person.value(), Map.of());
        }
        return recovered;
    }

    private static boolean isOfApp(String code) {
        return Authenticators.plain(code).length() == TimeCodes.DIGITS;
    }
}
