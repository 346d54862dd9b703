package io.kollega.access;

import io.kollega.permissions.Confirmed;
import io.kollega.permissions.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.view.RedirectView;

/** Makes new recovery codes in place of the old ones. */
@Controller
@Requires
@Confirmed
@InPerson
class RecoveryCodesPage {
    private final SecondFactors factors;
    private final FactorChanges changes;

    RecoveryCodesPage(SecondFactors factors, FactorChanges changes) {
        this.factors = factors;
        this.changes = changes;
    }

    /** Answers with the codes instead of a redirect, because they are shown only once. */
    @PostMapping("/profile/recovery-codes")
    Object renew(CurrentPerson person) {
        return factors.of(person.id()).any()
                ? changes.fresh(person.id())
                : new RedirectView(Enrolment.WHERE);
    }
}
