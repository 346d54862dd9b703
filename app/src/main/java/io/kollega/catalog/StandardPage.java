package io.kollega.catalog;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The next version of a standard: of a service, or of a unit that is just asked. */
@Controller
@RequestMapping("/our-services")
@Requires(Permission.RUN_UNIT)
final class StandardPage {
    private static final String OF_SERVICE = "/{service:\\d+}/standard";
    private static final String OF_UNIT = "/units/{unit:\\d+}/standard";

    /** What a first version is begun with. */
    private static final StandardTerms FIRST =
            new StandardTerms(
                    Duration.ofHours(8), Duration.ofHours(40), List.of(), List.of(), List.of());

    private final OwnServices services;
    private final OwnUnits own;
    private final Catalog catalog;
    private final Standards standards;
    private final StandardDrafts drafts;

    StandardPage(
            OwnServices services,
            OwnUnits own,
            Catalog catalog,
            Standards standards,
            StandardDrafts drafts) {
        this.services = services;
        this.own = own;
        this.catalog = catalog;
        this.standards = standards;
        this.drafts = drafts;
    }

    @GetMapping({OF_SERVICE, OF_UNIT})
    Rendered standard(
            CurrentPerson person,
            @PathVariable(required = false) @Nullable Long service,
            @PathVariable(required = false) @Nullable Long unit) {
        StandardOf owner = owner(person, service, unit);
        StandardTerms terms =
                drafts.draft(owner).or(() -> inForce(owner).map(StandardTerms::of)).orElse(FIRST);
        return Rendered.of(
                "catalog/standard", view(person, owner, StandardForm.of(terms), Map.of()));
    }

    @PostMapping({OF_SERVICE, OF_UNIT})
    Object draft(
            CurrentPerson person,
            @PathVariable(required = false) @Nullable Long service,
            @PathVariable(required = false) @Nullable Long unit,
            @RequestParam MultiValueMap<String, String> sent) {
        StandardOf owner = owner(person, service, unit);
        inForce(owner);
        StandardForm form = StandardForm.read(sent);
        Map<String, String> problems = form.problems();
        if (!problems.isEmpty()) {
            return Rendered.refused("catalog/standard", view(person, owner, form, problems));
        }
        services.draft(owner, form.terms(), person.id().value());
        return "redirect:" + path(owner) + "?done=catalog.done.drafted";
    }

    @PostMapping({OF_SERVICE + "/publication", OF_UNIT + "/publication"})
    String publish(
            CurrentPerson person,
            @PathVariable(required = false) @Nullable Long service,
            @PathVariable(required = false) @Nullable Long unit) {
        StandardOf owner = owner(person, service, unit);
        if (!services.publish(owner, person.id().value())) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return "redirect:" + path(owner) + "?done=catalog.done.published";
    }

    @PostMapping({OF_SERVICE + "/removal", OF_UNIT + "/removal"})
    String discard(
            CurrentPerson person,
            @PathVariable(required = false) @Nullable Long service,
            @PathVariable(required = false) @Nullable Long unit) {
        StandardOf owner = owner(person, service, unit);
        services.discard(owner);
        return "redirect:" + path(owner) + "?done=catalog.done.discarded";
    }

    private StandardOf owner(CurrentPerson person, @Nullable Long service, @Nullable Long unit) {
        if (service == null) {
            if (unit == null) {
                throw notFound();
            }
            return new StandardOf.OfUnit(own.unit(person, unit).id());
        }
        OfferedService offered =
                catalog.service(new ServiceId(service)).orElseThrow(StandardPage::notFound);
        return new StandardOf.OfService(
                offered.id(), own.unit(person, offered.unit().value()).id());
    }

    /** The standard in force; asking for that of a unit makes sure that there is one. */
    private Optional<Standard> inForce(StandardOf owner) {
        return switch (owner) {
            case StandardOf.OfUnit(UnitId unit) -> Optional.of(standards.ofUnit(unit));
            case StandardOf.OfService(ServiceId service, UnitId _) ->
                    Optional.ofNullable(standards.inForce(List.of(service)).get(service));
        };
    }

    private StandardView view(
            CurrentPerson person,
            StandardOf owner,
            StandardForm form,
            Map<String, String> problems) {
        ServiceId service = owner.serviceOrNull();
        return new StandardView(
                own.unit(person, owner.unit().value()),
                service == null ? null : catalog.service(service).orElseThrow(),
                inForce(owner).orElse(null),
                drafts.draft(owner).isPresent(),
                form,
                problems,
                standards.versions(owner),
                path(owner));
    }

    private static String path(StandardOf owner) {
        return switch (owner) {
            case StandardOf.OfUnit(UnitId unit) ->
                    "/our-services/units/" + unit.value() + "/standard";
            case StandardOf.OfService(ServiceId service, UnitId _) ->
                    "/our-services/" + service.value() + "/standard";
        };
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
