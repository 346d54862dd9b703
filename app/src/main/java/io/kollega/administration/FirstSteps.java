package io.kollega.administration;

import io.kollega.access.AccountBook;
import io.kollega.access.Accounts;
import io.kollega.organization.Organization;
import io.kollega.organization.Person;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What the first administrator does next, as long as the company has nobody else in it; later,
 * which units nobody works for.
 */
@Controller
@Requires(Permission.ADMINISTER)
class FirstSteps {
    private final Organization organization;
    private final AccountBook book;
    private final Accounts accounts;

    FirstSteps(Organization organization, AccountBook book, Accounts accounts) {
        this.organization = organization;
        this.book = book;
        this.accounts = accounts;
    }

    @GetMapping("/administration/first-steps/fragment")
    Rendered fragment() {
        List<Unit> units = organization.units(organization.today());
        List<Person> people = organization.everyone(organization.today());
        Set<UnitId> peopled = people.stream().map(Person::unit).collect(Collectors.toSet());
        Set<UnitId> staffed = accounts.staffedUnits();
        return Rendered.of(
                "administration/first-steps",
                new FirstStepsView(
                        units.size() > 1,
                        people.size() > 1,
                        book.list("", null, "", 2).size() > 1,
                        units.stream()
                                .filter(unit -> peopled.contains(unit.id()))
                                .filter(unit -> !staffed.contains(unit.id()))
                                .toList()));
    }
}
