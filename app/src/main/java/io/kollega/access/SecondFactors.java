package io.kollega.access;

import io.kollega.audit.Audit;
import io.kollega.organization.PersonId;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What people have besides their password, for administration. */
@Component
public final class SecondFactors {
    private final Authenticators authenticators;
    private final Passkeys passkeys;
    private final RecoveryCodes codes;
    private final Sessions sessions;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transactions;

    SecondFactors(
            Authenticators authenticators,
            Passkeys passkeys,
            RecoveryCodes codes,
            Sessions sessions,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock,
            TransactionTemplate transactions) {
        this.authenticators = authenticators;
        this.passkeys = passkeys;
        this.codes = codes;
        this.sessions = sessions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** What one person has; recovery codes alone are no factor. */
    public record Held(boolean authenticator, int passkeys, int recoveryCodes) {
        public boolean any() {
            return authenticator || passkeys > 0;
        }
    }

    public Held of(PersonId person) {
        return new Held(authenticators.has(person), passkeys.count(person), codes.left(person));
    }

    /**
     * Takes all of the person's away, for who has lost them; their sessions end.
     *
     * @param by who does it, 0 for a command
     */
    public void reset(PersonId person, long by) {
        transactions.executeWithoutResult(_ -> {
            authenticators.remove(person);
            passkeys.removeAll(person);
            codes.remove(person);
            sessions.endAll(person);
            audit.record(by, "second-factor.reset", "person:" + person.value(), Map.of());
            events.publishEvent(
                    new AccountNews(person, AccountNews.Change.FACTORS_RESET, by, clock.instant()));
        });
    }
}
