package io.kollega.catalog;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.Organization;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Door;
import io.kollega.shell.NavEntry;
import io.kollega.shell.Rendered;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What one may ask for, by unit, with search. */
@Controller
final class CataloguePage {
    private static final int MOST = 1_000;
    private static final int MOST_FOUND = 30;

    private final Catalog catalog;
    private final Standards standards;
    private final Organization organization;

    CataloguePage(Catalog catalog, Standards standards, Organization organization) {
        this.catalog = catalog;
        this.standards = standards;
        this.organization = organization;
    }

    @Bean
    static NavEntry catalogueEntry() {
        return new NavEntry(Door.FOR_ME, 20, "catalog.title", "/services", Set.of(Permission.ASK));
    }

    @GetMapping("/services")
    @Requires(Permission.ASK)
    Rendered catalogue(CurrentPerson person, @RequestParam(defaultValue = "") String q) {
        return Rendered.of("catalog/catalogue", view(person, q.strip()));
    }

    /** The part of the page that changes while one types. */
    @GetMapping("/services/list")
    @Requires(Permission.ASK)
    Rendered list(CurrentPerson person, @RequestParam(defaultValue = "") String q) {
        return Rendered.of("catalog/list", view(person, q.strip()));
    }

    private CatalogueView view(CurrentPerson person, String text) {
        List<OfferedService> services =
                catalog.search(text, person.unit(), text.isEmpty() ? MOST : MOST_FOUND);
        return CatalogueView.of(
                text,
                services,
                standards.inForce(services.stream().map(OfferedService::id).toList()),
                organization.units(organization.today()));
    }
}
