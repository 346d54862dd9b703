package io.kollega.administration;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.NewPerson;
import io.kollega.organization.Organization;
import io.kollega.organization.Person;
import io.kollega.organization.PersonId;
import io.kollega.organization.Staffed;
import io.kollega.organization.Staffing;
import io.kollega.organization.Unit;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Takes people on, renames them, and moves them to other units from a day on. */
@Controller
@Requires(Permission.ADMINISTER)
class PersonForm {
    private final Organization organization;
    private final Staffing staffing;

    PersonForm(Organization organization, Staffing staffing) {
        this.organization = organization;
        this.staffing = staffing;
    }

    /** What was typed. */
    record Typed(
            @Nullable String code,
            String givenName,
            String familyName,
            @Nullable String email,
            String unit,
            @Nullable Boolean head,
            @Nullable LocalDate from) {
        /** A box that is not ticked is not sent at all. */
        boolean heads() {
            return Boolean.TRUE.equals(head);
        }
    }

    @GetMapping("/administration/people/new")
    Rendered empty(@RequestParam(defaultValue = "") String unit) {
        return Rendered.of(
                "administration/person-form",
                view(null, new Typed("", "", "", "", unit, false, organization.today()), Map.of()));
    }

    @GetMapping("/administration/people/{id}/form")
    Rendered filled(@PathVariable long id) {
        Optional<Person> person = organization.person(new PersonId(id));
        if (person.isEmpty()) {
            return UnitPage.unknown();
        }
        Person it = person.get();
        return Rendered.of(
                "administration/person-form",
                view(
                        id,
                        new Typed(
                                it.code(),
                                it.givenName(),
                                it.familyName(),
                                staffing.email(it.id()).orElse(""),
                                organization.unit(it.unit()).map(Unit::code).orElse(""),
                                it.head(),
                                organization.today()),
                        Map.of()));
    }

    @PostMapping("/administration/people")
    Object create(CurrentPerson by, @ModelAttribute Typed typed) {
        Map<String, String> problems = new LinkedHashMap<>();
        String code = typed.code() == null ? "" : typed.code().strip();
        if (!code.matches("\\S{1,64}")) {
            problems.put("code", "administration.unit.code-needed");
        } else if (organization.person(code).isPresent()) {
            problems.put("code", "administration.person.code-taken");
        }
        return keep(by, null, code, typed, problems);
    }

    @PostMapping("/administration/people/{id}/form")
    Object change(CurrentPerson by, @PathVariable long id, @ModelAttribute Typed typed) {
        Optional<Person> person = organization.person(new PersonId(id));
        return person.isEmpty()
                ? UnitPage.unknown()
                : keep(by, id, person.get().code(), typed, new LinkedHashMap<>());
    }

    private Object keep(
            CurrentPerson by,
            @Nullable Long id,
            String code,
            Typed typed,
            Map<String, String> problems) {
        if (typed.givenName().isBlank()) {
            problems.put("givenName", "access.required");
        }
        if (typed.familyName().isBlank()) {
            problems.put("familyName", "access.required");
        }
        LocalDate from = typed.from();
        if (from == null) {
            problems.put("from", "access.required");
        } else if (problems.isEmpty()) {
            String email = typed.email();
            NewPerson person =
                    new NewPerson(
                            code,
                            typed.givenName().strip(),
                            typed.familyName().strip(),
                            email == null || email.isBlank() ? null : email.strip(),
                            typed.unit(),
                            typed.heads(),
                            from);
            switch (staffing.keep(person, by.id())) {
                case Staffed.Done() -> {
                    PersonId kept = organization.person(code).orElseThrow().id();
                    return new RedirectView(
                            "/administration/people/"
                                    + kept.value()
                                    + "?done=administration.person.saved");
                }
                case Staffed.Refused(Staffed.Reason reason) ->
                        problems.put("unit", "organization.refused." + reason.slug());
            }
        }
        return Rendered.refused("administration/person-form", view(id, typed, problems));
    }

    private PersonFormView view(@Nullable Long id, Typed typed, Map<String, String> problems) {
        String code = typed.code();
        String email = typed.email();
        LocalDate from = typed.from();
        return new PersonFormView(
                id,
                code == null ? "" : code,
                typed.givenName(),
                typed.familyName(),
                email == null ? "" : email,
                typed.unit(),
                typed.heads(),
                from == null ? "" : from.toString(),
                organization.units(organization.today()),
                problems);
    }
}
