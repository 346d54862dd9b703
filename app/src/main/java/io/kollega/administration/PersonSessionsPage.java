package io.kollega.administration;

import io.kollega.access.AccountBook;
import io.kollega.access.CurrentPerson;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import io.kollega.permissions.Confirmed;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.view.RedirectView;

/** Signs somebody out everywhere, whose machine was lost or is in other hands. */
@Controller
@Requires(Permission.ADMINISTER)
class PersonSessionsPage {
    private final Organization organization;
    private final AccountBook accounts;

    PersonSessionsPage(Organization organization, AccountBook accounts) {
        this.organization = organization;
        this.accounts = accounts;
    }

    @PostMapping("/administration/people/{id}/sessions/ending")
    @Confirmed
    Object end(CurrentPerson by, @PathVariable long id) {
        PersonId person = new PersonId(id);
        if (organization.person(person).isEmpty()) {
            return UnitPage.unknown();
        }
        accounts.endSessions(person, by.id());
        return new RedirectView(
                "/administration/people/" + id + "?done=administration.sessions.ended");
    }
}
