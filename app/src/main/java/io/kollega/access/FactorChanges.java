package io.kollega.access;

import io.kollega.audit.Audit;
import io.kollega.organization.PersonId;
import io.kollega.shell.Rendered;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.view.RedirectView;

/** What goes with every change of a person's second factors, and what they see then. */
@Component
final class FactorChanges {
    private final SecondFactors factors;
    private final RecoveryCodes codes;
    private final Sessions sessions;
    private final SignedIn signedIn;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FactorChanges(
            SecondFactors factors,
            RecoveryCodes codes,
            Sessions sessions,
            SignedIn signedIn,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.factors = factors;
        this.codes = codes;
        this.sessions = sessions;
        this.signedIn = signedIn;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Sessions that came without it end; with the first factor come the recovery codes. */
    Object added(PersonId person, String deed, HttpServletRequest request) {
        sessions.endOthers(person, request);
        signedIn.forget(request);
        note(person, deed, AccountNews.Change.FACTOR_ADDED);
        return codes.left(person) == 0
                ? fresh(person)
                : new RedirectView(Enrolment.WHERE + "?done=access.factors.added");
    }

    /** Without any factor left recovery codes have nothing to stand in for. */
    RedirectView removed(PersonId person, String deed, HttpServletRequest request) {
        if (!factors.of(person).any()) {
            codes.remove(person);
        }
        signedIn.forget(request);
        note(person, deed, AccountNews.Change.FACTOR_REMOVED);
        return new RedirectView(Enrolment.WHERE + "?done=access.factors.removed");
    }

    /** New recovery codes, shown this once. */
    Rendered fresh(PersonId person) {
        List<String> fresh = codes.renew(person);
        note(person, "recovery-codes.made", AccountNews.Change.RECOVERY_CODES_MADE);
        return Rendered.of("access/recovery-codes", new RecoveryCodesView(fresh));
    }

    private void note(PersonId person, String deed, AccountNews.Change change) {
        audit.record(person.value(), deed, "person:" + person.value(), Map.of());
        events.publishEvent(new AccountNews(person, change, person.value(), clock.instant()));
    }
}
