package io.kollega.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How long a session lasts at most, and how long a proof of who one is holds. */
@Component
final class SessionTimes {
    private final Clock clock;
    private final Duration lifetime;
    private final Duration proof;

    SessionTimes(
            Clock clock,
            @Value("${kollega.sessions.lifetime}") Duration lifetime,
            @Value("${kollega.sessions.proof}") Duration proof) {
        this.clock = clock;
        this.lifetime = lifetime;
        this.proof = proof;
    }

    /** Whether the session goes on, however busy it has been. */
    boolean lasts(SessionPerson session) {
        Instant since = session.since();
        return since != null && clock.instant().isBefore(since.plus(lifetime));
    }

    boolean lasts(Halfway person) {
        return clock.instant().isBefore(person.since().plus(Halfway.LASTS));
    }

    /** Whether they proved who they are just now; in a demonstration anybody may be the cast. */
    boolean fresh(SessionPerson session) {
        Instant proved = session.proved();
        return session.way() == Way.VISIT
                || proved != null && clock.instant().isBefore(proved.plus(proof));
    }

    Instant end(Instant since) {
        return since.plus(lifetime);
    }

    long proofMinutes() {
        return proof.toMinutes();
    }
}
