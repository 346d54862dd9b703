package io.kollega.administration;

import io.kollega.access.AccountBook;
import io.kollega.organization.Organization;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What the first administrator does next, as long as the company has nobody else in it. */
@Controller
@Requires(Permission.ADMINISTER)
class FirstSteps {
    private final Organization organization;
    private final AccountBook accounts;

    FirstSteps(Organization organization, AccountBook accounts) {
        this.organization = organization;
        this.accounts = accounts;
    }

    @GetMapping("/administration/first-steps/fragment")
    Rendered fragment() {
        return Rendered.of(
                "administration/first-steps",
                new FirstStepsView(
                        organization.units(organization.today()).size() > 1,
                        organization.everyone(organization.today()).size() > 1,
                        accounts.list("", null, "", 2).size() > 1));
    }
}
