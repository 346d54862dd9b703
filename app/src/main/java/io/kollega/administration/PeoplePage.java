package io.kollega.administration;

import io.kollega.organization.Organization;
import io.kollega.organization.Person;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds people by name or code. */
@Controller
@Requires(Permission.ADMINISTER)
class PeoplePage {
    private static final int SHOWN = 50;

    private final Organization organization;

    PeoplePage(Organization organization) {
        this.organization = organization;
    }

    @GetMapping("/administration/people")
    Rendered find(@RequestParam(defaultValue = "") String q) {
        List<Person> found = q.isBlank() ? List.of() : organization.search(q, SHOWN);
        if (found.isEmpty() && !q.isBlank()) {
            found = organization.person(q.strip()).map(List::of).orElse(List.of());
        }
        return Rendered.of(
                "administration/people", new PeopleView(q, found, organization.everyUnit()));
    }
}
