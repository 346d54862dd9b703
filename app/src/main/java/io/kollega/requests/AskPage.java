package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.catalog.Catalog;
import io.kollega.catalog.OfferedService;
import io.kollega.catalog.ServiceId;
import io.kollega.catalog.Standard;
import io.kollega.organization.Name;
import io.kollega.organization.Organization;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import io.kollega.organization.UnitsToday;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import io.kollega.worktime.WorkCalendars;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kollega.measurement.worktime.BusinessCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Asking: find a service as you type, or just ask a unit. */
@Controller
@Requires(Permission.ASK)
class AskPage {
    private static final int MOST_FOUND = 12;

    private final Catalog catalog;
    private final Organization organization;
    private final WorkCalendars calendars;
    private final Clock clock;

    AskPage(Catalog catalog, Organization organization, WorkCalendars calendars, Clock clock) {
        this.catalog = catalog;
        this.organization = organization;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping("/requests/new")
    Rendered ask(
            CurrentPerson person,
            @RequestParam(required = false) @Nullable Long service,
            @RequestParam(required = false) @Nullable Long unit,
            @RequestParam(defaultValue = "") String q) {
        String text = Words.line(q);
        if (service == null && unit == null) {
            return Rendered.of("requests/ask", choosing(person, text));
        }
        AskView.Target target =
                service != null
                        ? target(person, new ServiceId(service))
                        : target(new UnitId(unit == null ? 0 : unit));
        Kind kind = service == null ? Kind.QUESTION : Kind.ORDER;
        return Rendered.of(
                "requests/ask",
                form(
                        target,
                        new AskView.Typed(kind, text, "", Map.of(), FilesLeft.NONE),
                        Map.of()));
    }

    /** The services that fit, for those who type. */
    @GetMapping("/requests/new/services")
    Rendered services(CurrentPerson person, @RequestParam(defaultValue = "") String q) {
        return Rendered.of("requests/offers", choosing(person, Words.line(q)));
    }

    private AskView choosing(CurrentPerson person, String text) {
        UnitsToday units = organization.unitsToday();
        return new AskView(
                text,
                catalog.search(text, person.unit(), MOST_FOUND),
                units.existing(),
                units.ever(),
                null,
                AskView.Typed.NOTHING,
                Map.of(),
                "");
    }

    AskView form(AskView.Target target, AskView.Typed typed, Map<String, String> problems) {
        return new AskView(
                "",
                List.of(),
                List.of(),
                organization.everyUnit(),
                target,
                typed,
                problems,
                UUID.randomUUID().toString());
    }

    AskView.Target target(CurrentPerson person, ServiceId id) {
        return catalog.offer(id, person.unit())
                .map(offer ->
                        target(
                                offer.service(),
                                offer.service().unit(),
                                offer.service().name(),
                                offer.standard()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    AskView.Target target(UnitId id) {
        Unit unit =
                organization
                        .unit(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return target(null, id, unit.name(), catalog.standard(id));
    }

    private AskView.Target target(
            @Nullable OfferedService service, UnitId unit, Name name, Standard standard) {
        BusinessCalendar hours = calendars.of(unit).hours();
        Instant now = clock.instant();
        return new AskView.Target(
                service,
                unit,
                name,
                standard,
                hours.due(now, standard.response().toSeconds(), List.of()),
                hours.due(now, standard.solution().toSeconds(), List.of()));
    }
}
