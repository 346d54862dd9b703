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
import io.kollega.shell.Days;
import io.kollega.shell.Rendered;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
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

    /** What was typed; what was not sent is empty. */
    record Typed(
            String code,
            String givenName,
            String familyName,
            String email,
            String unit,
            boolean head,
            String from) {
        static Typed read(MultiValueMap<String, String> sent) {
            return new Typed(
                    value(sent, "code"),
                    value(sent, "givenName"),
                    value(sent, "familyName"),
                    value(sent, "email"),
                    value(sent, "unit"),
                    value(sent, "head").equals("true"),
                    value(sent, "from"));
        }

        private static String value(MultiValueMap<String, String> sent, String name) {
            return Optional.ofNullable(sent.getFirst(name)).orElse("").strip();
        }
    }

    @GetMapping("/administration/people/new")
    Rendered empty(@RequestParam(defaultValue = "") String unit) {
        return Rendered.of(
                "administration/person-form",
                view(null, new Typed("", "", "", "", unit, false, today()), Map.of()));
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
                                today()),
                        Map.of()));
    }

    @PostMapping("/administration/people")
    Object create(CurrentPerson by, @RequestParam MultiValueMap<String, String> sent) {
        Typed typed = Typed.read(sent);
        Map<String, String> problems = new LinkedHashMap<>();
        if (!typed.code().matches("\\S{1,64}")) {
            problems.put("code", "administration.unit.code-needed");
        } else if (organization.person(typed.code()).isPresent()) {
            problems.put("code", "administration.person.code-taken");
        }
        return keep(by, null, typed.code(), typed, problems);
    }

    @PostMapping("/administration/people/{id}/form")
    Object change(
            CurrentPerson by,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent) {
        Optional<Person> person = organization.person(new PersonId(id));
        return person.isEmpty()
                ? UnitPage.unknown()
                : keep(by, id, person.get().code(), Typed.read(sent), new LinkedHashMap<>());
    }

    private Object keep(
            CurrentPerson by,
            @Nullable Long id,
            String code,
            Typed typed,
            Map<String, String> problems) {
        if (typed.givenName().isEmpty()) {
            problems.put("givenName", "access.required");
        }
        if (typed.familyName().isEmpty()) {
            problems.put("familyName", "access.required");
        }
        Optional<LocalDate> from = Days.read(typed.from());
        if (from.isEmpty()) {
            problems.put("from", "access.day-needed");
        } else if (problems.isEmpty()) {
            NewPerson person =
                    new NewPerson(
                            code,
                            typed.givenName(),
                            typed.familyName(),
                            typed.email().isEmpty() ? null : typed.email(),
                            typed.unit(),
                            typed.head(),
                            from.get());
            switch (staffing.keep(person, by.id())) {
                case Staffed.Done() -> {
                    PersonId kept = organization.person(code).orElseThrow().id();
                    return new RedirectView(
                            "/administration/people/"
                                    + kept.value()
                                    + "?done=administration.person.saved");
                }
                case Staffed.Refused(Staffed.Reason reason) ->
                        problems.put(field(reason), "organization.refused." + reason.slug());
            }
        }
        return Rendered.refused("administration/person-form", view(id, typed, problems));
    }

    private static String field(Staffed.Reason reason) {
        return switch (reason) {
            case NAME_UNFIT -> "familyName";
            case EMAIL_UNFIT -> "email";
            default -> "unit";
        };
    }

    private String today() {
        return organization.today().toString();
    }

    private PersonFormView view(@Nullable Long id, Typed typed, Map<String, String> problems) {
        return new PersonFormView(
                id,
                typed.code(),
                typed.givenName(),
                typed.familyName(),
                typed.email(),
                typed.unit(),
                typed.head(),
                typed.from(),
                organization.units(organization.today()),
                problems);
    }
}
