package io.kollega.catalog;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.Organization;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import io.kollega.worktime.WorkCalendars;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A service with its standard in plain words, and every version of it. */
@Controller
final class ServicePage {
    private final Catalog catalog;
    private final Standards standards;
    private final Organization organization;
    private final WorkCalendars calendars;

    ServicePage(
            Catalog catalog,
            Standards standards,
            Organization organization,
            WorkCalendars calendars) {
        this.catalog = catalog;
        this.standards = standards;
        this.organization = organization;
        this.calendars = calendars;
    }

    @GetMapping("/services/{id}")
    @Requires
    Rendered service(CurrentPerson person, @PathVariable long id) {
        OfferedService service = find(id);
        List<StandardVersion> versions = standards.versions(owner(service));
        if (versions.isEmpty()) {
            throw notFound();
        }
        return page(person, service, versions, versions.getFirst().version());
    }

    @GetMapping("/services/{id}/standards/{version}")
    @Requires
    Rendered version(CurrentPerson person, @PathVariable long id, @PathVariable int version) {
        OfferedService service = find(id);
        return page(person, service, standards.versions(owner(service)), version);
    }

    private Rendered page(
            CurrentPerson person,
            OfferedService service,
            List<StandardVersion> versions,
            int version) {
        StandardVersion shown =
                versions.stream()
                        .filter(it -> it.version() == version)
                        .findFirst()
                        .orElseThrow(ServicePage::notFound);
        boolean newest = shown.equals(versions.getFirst());
        return Rendered.of(
                "catalog/service",
                new ServiceView(
                        service,
                        organization.unit(service.unit()).orElseThrow().name(),
                        standards.version(shown.id()),
                        shown,
                        versions,
                        calendars.of(service.unit()),
                        newest && catalog.offeredTo(service.id(), person.unit()),
                        person.may(Permission.RUN_UNIT, service.unit())));
    }

    private static StandardOf owner(OfferedService service) {
        return new StandardOf.OfService(service.id(), service.unit());
    }

    private OfferedService find(long id) {
        return catalog.service(new ServiceId(id)).orElseThrow(ServicePage::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
