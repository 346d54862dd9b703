package io.kollega.catalog;

import io.kollega.access.CurrentPerson;
import io.kollega.catalog.OwnServicesView.UnitOffers;
import io.kollega.organization.Organization;
import io.kollega.organization.UnitId;
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

/** What the units that one runs offer, and what they promise. */
@Controller
final class OwnServicesPage {
    private final OwnServices services;
    private final Catalog catalog;
    private final Organization organization;

    OwnServicesPage(OwnServices services, Catalog catalog, Organization organization) {
        this.services = services;
        this.catalog = catalog;
        this.organization = organization;
    }

    @Bean
    static NavEntry ownServicesEntry() {
        return new NavEntry(
                Door.OUR_WORK, 40, "catalog.own", "/our-services", Set.of(Permission.RUN_UNIT));
    }

    @GetMapping("/our-services")
    @Requires(Permission.RUN_UNIT)
    Rendered services(CurrentPerson person) {
        Set<UnitId> run = person.unitsWith(Permission.RUN_UNIT);
        List<OwnService> own = services.of(run);
        return Rendered.of(
                "catalog/own",
                new OwnServicesView(
                        organization.units(organization.today()).stream()
                                .filter(unit -> run.contains(unit.id()))
                                .map(unit ->
                                        new UnitOffers(
                                                unit,
                                                catalog.standard(unit.id()),
                                                own.stream()
                                                        .filter(it ->
                                                                it.service()
                                                                        .unit()
                                                                        .equals(unit.id()))
                                                        .toList()))
                                .toList()));
    }
}
