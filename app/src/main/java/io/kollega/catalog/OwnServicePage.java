package io.kollega.catalog;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.Organization;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The description of a service: adds it, changes it, retires it. */
@Controller
@RequestMapping("/our-services")
@Requires(Permission.RUN_UNIT)
final class OwnServicePage {
    private final OwnServices services;
    private final OwnUnits own;
    private final Organization organization;

    OwnServicePage(OwnServices services, OwnUnits own, Organization organization) {
        this.services = services;
        this.own = own;
        this.organization = organization;
    }

    @GetMapping("/new")
    Rendered added(CurrentPerson person, @RequestParam long unit) {
        return Rendered.of(
                "catalog/description",
                view(own.unit(person, unit), null, ServiceForm.EMPTY, Map.of()));
    }

    @PostMapping
    Object add(
            CurrentPerson person,
            @RequestParam long unit,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String english,
            @RequestParam(defaultValue = "") String summary,
            @RequestParam(defaultValue = "") String summaryEnglish,
            @RequestParam(defaultValue = "") String keywords,
            @RequestParam(defaultValue = "true") boolean everyone,
            @RequestParam(defaultValue = "") Set<Long> audience) {
        Unit provider = own.unit(person, unit);
        ServiceForm form =
                new ServiceForm(
                        name,
                        english,
                        summary,
                        summaryEnglish,
                        keywords,
                        everyone,
                        units(audience));
        Map<String, String> problems = problems(form);
        if (!problems.isEmpty()) {
            return Rendered.refused("catalog/description", view(provider, null, form, problems));
        }
        ServiceId id = services.create(provider.id(), form, person.id().value());
        return "redirect:/our-services/" + id.value() + "/standard?done=catalog.done.created";
    }

    @GetMapping("/{id}")
    Rendered change(CurrentPerson person, @PathVariable long id) {
        OwnService service = find(person, id);
        return Rendered.of(
                "catalog/description",
                view(
                        own.unit(person, service.service().unit().value()),
                        service,
                        services.form(service.service()),
                        Map.of()));
    }

    @PostMapping("/{id}")
    Object changed(
            CurrentPerson person,
            @PathVariable long id,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String english,
            @RequestParam(defaultValue = "") String summary,
            @RequestParam(defaultValue = "") String summaryEnglish,
            @RequestParam(defaultValue = "") String keywords,
            @RequestParam(defaultValue = "true") boolean everyone,
            @RequestParam(defaultValue = "") Set<Long> audience) {
        OwnService service = find(person, id);
        ServiceForm form =
                new ServiceForm(
                        name,
                        english,
                        summary,
                        summaryEnglish,
                        keywords,
                        everyone,
                        units(audience));
        Map<String, String> problems = problems(form);
        if (!problems.isEmpty()) {
            return Rendered.refused(
                    "catalog/description",
                    view(
                            own.unit(person, service.service().unit().value()),
                            service,
                            form,
                            problems));
        }
        services.change(service.service().id(), form, person.id().value());
        return "redirect:/our-services/" + id + "?done=catalog.done.changed";
    }

    @PostMapping("/{id}/retirement")
    String retire(CurrentPerson person, @PathVariable long id) {
        services.retire(find(person, id).service().id(), person.id().value());
        return "redirect:/our-services/" + id + "?done=catalog.done.retired";
    }

    @PostMapping("/{id}/return")
    String offerAgain(CurrentPerson person, @PathVariable long id) {
        services.offerAgain(find(person, id).service().id(), person.id().value());
        return "redirect:/our-services/" + id + "?done=catalog.done.returned";
    }

    private OwnService find(CurrentPerson person, long id) {
        return services.of(person.unitsWith(Permission.RUN_UNIT)).stream()
                .filter(it -> it.service().id().value() == id)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private OwnServiceView view(
            Unit unit,
            @Nullable OwnService service,
            ServiceForm form,
            Map<String, String> problems) {
        List<Unit> units = organization.units(organization.today());
        return new OwnServiceView(unit, service, form, problems, units);
    }

    private Map<String, String> problems(ServiceForm form) {
        Map<String, String> problems = form.problems();
        Set<UnitId> today =
                organization.units(organization.today()).stream()
                        .map(Unit::id)
                        .collect(Collectors.toSet());
        if (!today.containsAll(form.audience())) {
            problems.put("audience", "catalog.problem.audience-unknown");
        }
        return problems;
    }

    private static Set<UnitId> units(Set<Long> ids) {
        return ids.stream().map(UnitId::new).collect(Collectors.toSet());
    }
}
