package io.kollega.access;

import io.kollega.organization.Organization;
import io.kollega.organization.Person;
import io.kollega.organization.PersonChoice;
import io.kollega.organization.PersonId;
import io.kollega.organization.Staffed;
import io.kollega.organization.Staffing;
import io.kollega.organization.StandIn;
import io.kollega.permissions.Requires;
import io.kollega.shell.Days;
import io.kollega.shell.Rendered;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Everyone names who stands in for them while they are away. */
@Controller
@Requires
class StandInsPage {
    private final Organization organization;
    private final Staffing staffing;

    StandInsPage(Organization organization, Staffing staffing) {
        this.organization = organization;
        this.staffing = staffing;
    }

    @GetMapping("/profile/stand-ins")
    Rendered list(CurrentPerson person) {
        String today = organization.today().toString();
        return Rendered.of("access/stand-ins", view(person, "", today, today, List.of(), null));
    }

    @PostMapping("/profile/stand-ins")
    Object name(
            CurrentPerson person,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last) {
        Optional<LocalDate> from = Days.read(first);
        Optional<LocalDate> to = Days.read(last);
        if (from.isEmpty() || to.isEmpty()) {
            return refused(person, who, first, last, List.of(), "access.day-needed");
        }
        return switch (organization.choose(who)) {
            case PersonChoice.One(Person other) ->
                    switch (staffing.nameStandIn(
                            person.id(), other.id(), from.get(), to.get(), person.id())) {
                        case Staffed.Done() ->
                                new RedirectView("/profile/stand-ins?done=access.stand-ins.named");
                        case Staffed.Refused(Staffed.Reason reason) ->
                                refused(person, who, first, last, List.of(), key(reason));
                    };
            case PersonChoice.Nobody() ->
                    refused(person, who, first, last, List.of(), "access.stand-ins.nobody");
            case PersonChoice.Several(List<Person> several) ->
                    refused(person, who, first, last, several, "access.stand-ins.several");
        };
    }

    @PostMapping("/profile/stand-ins/{id}/withdrawal")
    RedirectView withdraw(CurrentPerson person, @PathVariable long id) {
        return switch (staffing.withdrawStandIn(person.id(), id, person.id())) {
            case Staffed.Done() ->
                    new RedirectView("/profile/stand-ins?done=access.stand-ins.withdrawn");
            case Staffed.Refused _ -> new RedirectView("/profile/stand-ins");
        };
    }

    private static String key(Staffed.Reason reason) {
        return "organization.refused." + reason.slug();
    }

    private Rendered refused(
            CurrentPerson person,
            String who,
            String first,
            String last,
            List<Person> several,
            String problem) {
        return Rendered.refused(
                "access/stand-ins", view(person, who, first, last, several, problem));
    }

    private StandInsView view(
            CurrentPerson person,
            String who,
            String first,
            String last,
            List<Person> several,
            @Nullable String problem) {
        List<StandIn> around = staffing.standIns(person.id());
        Set<PersonId> ids = new HashSet<>();
        around.forEach(it -> {
            ids.add(it.person());
            ids.add(it.standIn());
        });
        Map<PersonId, Person> people = organization.people(ids);
        return new StandInsView(
                around.stream()
                        .filter(it -> it.person().equals(person.id()))
                        .map(it -> line(it, people.get(it.standIn())))
                        .toList(),
                around.stream()
                        .filter(it -> it.standIn().equals(person.id()))
                        .map(it -> line(it, people.get(it.person())))
                        .toList(),
                organization.peopleOf(person.unit(), organization.today()).stream()
                        .filter(it -> !it.id().equals(person.id()))
                        .toList(),
                who,
                first,
                last,
                several,
                problem);
    }

    private static StandInsView.Line line(StandIn standIn, @Nullable Person other) {
        return new StandInsView.Line(standIn, Objects.requireNonNull(other));
    }
}
