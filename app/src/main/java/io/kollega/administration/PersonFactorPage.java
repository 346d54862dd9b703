package io.kollega.administration;

import io.kollega.access.CurrentPerson;
import io.kollega.access.SecondFactors;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import io.kollega.permissions.Confirmed;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.view.RedirectView;

/** Takes away the second factors of somebody who has lost them. */
@Controller
@Requires(Permission.ADMINISTER)
class PersonFactorPage {
    private final Organization organization;
    private final SecondFactors factors;

    PersonFactorPage(Organization organization, SecondFactors factors) {
        this.organization = organization;
        this.factors = factors;
    }

    @PostMapping("/administration/people/{id}/second-factor/removal")
    @Confirmed
    Object reset(CurrentPerson by, @PathVariable long id) {
        PersonId person = new PersonId(id);
        if (organization.person(person).isEmpty()) {
            return UnitPage.unknown();
        }
        factors.reset(person, by.id().value());
        return new RedirectView(
                "/administration/people/" + id + "?done=administration.second-factor.reset");
    }
}
