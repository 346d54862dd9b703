package io.kollega.administration;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.Name;
import io.kollega.organization.NewUnit;
import io.kollega.organization.Organization;
import io.kollega.organization.Staffed;
import io.kollega.organization.Staffing;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.CleanText;
import io.kollega.shell.Days;
import io.kollega.shell.Rendered;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Creates units, and gives them other names and places from a day on. */
@Controller
@Requires(Permission.ADMINISTER)
class UnitForm {
    private final Organization organization;
    private final Staffing staffing;

    UnitForm(Organization organization, Staffing staffing) {
        this.organization = organization;
        this.staffing = staffing;
    }

    @GetMapping("/administration/units/new")
    Rendered empty(@RequestParam(defaultValue = "") String parent) {
        return Rendered.of(
                "administration/unit-form",
                view(null, "", "", "", parent, organization.today().toString(), Map.of()));
    }

    @GetMapping("/administration/units/{id}/form")
    Rendered filled(@PathVariable long id) {
        Optional<Unit> unit = organization.unit(new UnitId(id));
        if (unit.isEmpty()) {
            return UnitPage.unknown();
        }
        Unit it = unit.get();
        String parent =
                it.parent() == null
                        ? ""
                        : organization.unit(it.parent()).map(Unit::code).orElse("");
        String english = it.name().english();
        return Rendered.of(
                "administration/unit-form",
                view(
                        id,
                        it.code(),
                        it.name().text(),
                        english == null ? "" : english,
                        parent,
                        organization.today().toString(),
                        Map.of()));
    }

    @PostMapping("/administration/units")
    Object create(
            CurrentPerson person,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String english,
            @RequestParam(defaultValue = "") String parent,
            @RequestParam(defaultValue = "") String from) {
        Map<String, String> problems = new LinkedHashMap<>();
        String key = CleanText.key(code);
        if (!key.matches("\\S{1,64}")) {
            problems.put("code", "administration.unit.code-needed");
        } else if (organization.unit(key).isPresent()) {
            problems.put("code", "administration.unit.code-taken");
        }
        return keep(person, null, key, name, english, parent, from, problems);
    }

    @PostMapping("/administration/units/{id}/form")
    Object change(
            CurrentPerson person,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String english,
            @RequestParam(defaultValue = "") String parent,
            @RequestParam(defaultValue = "") String from) {
        Optional<Unit> unit = organization.unit(new UnitId(id));
        return unit.isEmpty()
                ? UnitPage.unknown()
                : keep(
                        person,
                        id,
                        unit.get().code(),
                        name,
                        english,
                        parent,
                        from,
                        new LinkedHashMap<>());
    }

    private Object keep(
            CurrentPerson person,
            @Nullable Long id,
            String code,
            String name,
            String english,
            String parent,
            String from,
            Map<String, String> problems) {
        Optional<LocalDate> day = Days.read(from);
        if (day.isEmpty()) {
            problems.put("from", "access.day-needed");
        }
        if (name.isBlank()) {
            problems.put("name", "access.required");
        }
        if (day.isPresent() && problems.isEmpty()) {
            NewUnit unit =
                    new NewUnit(
                            code,
                            new Name(name.strip(), english.isBlank() ? null : english.strip()),
                            parent.isBlank() ? null : parent,
                            day.get());
            switch (staffing.keep(unit, person.id())) {
                case Staffed.Done() -> {
                    UnitId kept = organization.unit(code).orElseThrow().id();
                    return new RedirectView(
                            "/administration/units/"
                                    + kept.value()
                                    + "?done=administration.unit.saved");
                }
                case Staffed.Refused(Staffed.Reason reason) ->
                        problems.put(
                                reason == Staffed.Reason.NAME_UNFIT ? "name" : "parent",
                                "organization.refused." + reason.slug());
            }
        }
        return Rendered.refused(
                "administration/unit-form", view(id, code, name, english, parent, from, problems));
    }

    private UnitFormView view(
            @Nullable Long id,
            String code,
            String name,
            String english,
            String parent,
            String from,
            Map<String, String> problems) {
        return new UnitFormView(
                id,
                code,
                name,
                english,
                parent,
                from,
                organization.units(organization.today()).stream()
                        .filter(unit -> id == null || unit.id().value() != id)
                        .toList(),
                problems);
    }
}
