package io.kollega.administration;

import io.kollega.access.Accounts;
import io.kollega.access.CurrentPerson;
import io.kollega.organization.Organization;
import io.kollega.organization.Staffed;
import io.kollega.organization.Staffing;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Days;
import io.kollega.shell.Problem;
import io.kollega.shell.ProblemView;
import io.kollega.shell.Rendered;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** One unit: its people, its history, and its end. */
@Controller
@Requires(Permission.ADMINISTER)
class UnitPage {
    private final Organization organization;
    private final Staffing staffing;
    private final Accounts accounts;

    UnitPage(Organization organization, Staffing staffing, Accounts accounts) {
        this.organization = organization;
        this.staffing = staffing;
        this.accounts = accounts;
    }

    @GetMapping("/administration/units/{id}")
    Rendered unit(@PathVariable long id) {
        return organization
                .unit(new UnitId(id))
                .map(unit -> Rendered.of("administration/unit", view(unit, null)))
                .orElseGet(UnitPage::unknown);
    }

    @PostMapping("/administration/units/{id}/closing")
    Object close(
            CurrentPerson person,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") List<Long> successor) {
        Optional<Unit> unit = organization.unit(new UnitId(id));
        if (unit.isEmpty()) {
            return unknown();
        }
        Optional<LocalDate> day = Days.read(on);
        if (day.isEmpty()) {
            return Rendered.refused("administration/unit", view(unit.get(), "access.day-needed"));
        }
        Set<UnitId> next = successor.stream().map(UnitId::new).collect(Collectors.toSet());
        return switch (staffing.close(unit.get().id(), next, day.get(), person.id())) {
            case Staffed.Done() ->
                    new RedirectView(
                            "/administration/units/" + id + "?done=administration.unit.closed");
            case Staffed.Refused(Staffed.Reason reason) ->
                    Rendered.refused(
                            "administration/unit",
                            view(unit.get(), "organization.refused." + reason.slug()));
        };
    }

    static Rendered unknown() {
        return new Rendered(
                "shell/problem",
                new ProblemView(Problem.NOT_FOUND, null),
                Problem.NOT_FOUND.status());
    }

    private UnitView view(Unit unit, @Nullable String problem) {
        LocalDate today = organization.today();
        List<Unit> now = organization.units(today);
        return new UnitView(
                unit,
                now.stream().anyMatch(it -> it.id().equals(unit.id())),
                organization.peopleOf(unit.id(), today),
                staffing.history(unit.id()),
                organization.everyUnit(),
                now.stream().filter(it -> !it.id().equals(unit.id())).toList(),
                today.toString(),
                !accounts.workers(unit.id()).isEmpty(),
                problem);
    }
}
