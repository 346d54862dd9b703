package io.kollega.administration;

import io.kollega.access.AccountBook;
import io.kollega.access.AccountChange;
import io.kollega.access.CurrentPerson;
import io.kollega.access.Grant;
import io.kollega.access.Role;
import io.kollega.access.SecondFactors;
import io.kollega.mail.PasswordMail;
import io.kollega.organization.Organization;
import io.kollega.organization.Person;
import io.kollega.organization.PersonId;
import io.kollega.organization.Staffed;
import io.kollega.organization.Staffing;
import io.kollega.organization.StandIn;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Confirmed;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Days;
import io.kollega.shell.OutsideAddress;
import io.kollega.shell.Rendered;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** One person: where they have belonged, when they leave, their account and roles. */
@Controller
@Requires(Permission.ADMINISTER)
class PersonPage {
    private static final Pattern ROLE =
            Pattern.compile(
                    "(?<role>(?:EMPLOYEE|ANALYST|ADMINISTRATOR|AUDITOR)(?!:)|(?:SPECIALIST|UNIT_HEAD)(?=:))"
                            + "(?::(?<unit>\\d{1,18}))?");

    private final Organization organization;
    private final Staffing staffing;
    private final AccountBook accounts;
    private final SecondFactors factors;
    private final PasswordMail mail;
    private final OutsideAddress outside;

    PersonPage(
            Organization organization,
            Staffing staffing,
            AccountBook accounts,
            SecondFactors factors,
            PasswordMail mail,
            OutsideAddress outside) {
        this.organization = organization;
        this.staffing = staffing;
        this.accounts = accounts;
        this.factors = factors;
        this.mail = mail;
        this.outside = outside;
    }

    @GetMapping("/administration/people/{id}")
    Object person(@PathVariable long id) {
        return with(id, person -> Rendered.of("administration/person", view(person, null, null)));
    }

    @PostMapping("/administration/people/{id}/leaving")
    Object leave(
            CurrentPerson by, @PathVariable long id, @RequestParam(defaultValue = "") String last) {
        return with(
                id,
                person -> {
                    Optional<LocalDate> day = Days.read(last);
                    return day.isEmpty()
                            ? refused(person, "access.day-needed")
                            : answer(
                                    person,
                                    staffing.leave(person.id(), day.get().plusDays(1), by.id()),
                                    "administration.person.left");
                });
    }

    @PostMapping("/administration/people/{id}/staying")
    Object stay(CurrentPerson by, @PathVariable long id) {
        return with(
                id,
                person ->
                        answer(
                                person,
                                staffing.stay(person.id(), by.id()),
                                "administration.person.stays"));
    }

    @PostMapping("/administration/people/{id}/account")
    @Confirmed
    Object open(
            CurrentPerson by,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String login) {
        return with(
                id,
                person ->
                        answer(
                                person,
                                accounts.open(person.id(), login, by.id()),
                                "administration.account.opened"));
    }

    @PostMapping("/administration/people/{id}/account/closing")
    @Confirmed
    Object close(CurrentPerson by, @PathVariable long id) {
        return with(
                id,
                person ->
                        answer(
                                person,
                                accounts.close(person.id(), by.id()),
                                "administration.account.closed"));
    }

    /** Roles come as {@code EMPLOYEE} or, of a unit, as {@code SPECIALIST:42}. */
    @PostMapping("/administration/people/{id}/roles")
    @Confirmed
    Object grant(
            CurrentPerson by,
            @PathVariable long id,
            @RequestParam(name = "role", defaultValue = "") List<String> roles) {
        return with(
                id,
                person -> {
                    Optional<Set<Grant>> wanted = grants(roles);
                    return wanted.isEmpty()
                            ? refused(person, "access.refused.no-such-role")
                            : answer(
                                    person,
                                    accounts.grant(person.id(), wanted.get(), by.id()),
                                    "administration.roles.granted");
                });
    }

    /** Answers with the link itself instead of a redirect, because it is shown only once. */
    @PostMapping("/administration/people/{id}/password-link")
    @Confirmed
    Object passwordLink(CurrentPerson by, @PathVariable long id) {
        return with(
                id,
                person -> {
                    String link =
                            outside.link("password", accounts.passwordLink(person.id(), by.id()));
                    return Rendered.of("administration/person", view(person, link, null));
                });
    }

    /** The person gets the link by mail, and nobody else sees it. */
    @PostMapping("/administration/people/{id}/password-letter")
    @Confirmed
    Object passwordLetter(CurrentPerson by, @PathVariable long id) {
        return with(
                id,
                person -> {
                    if (!mail.reaches(person.id())) {
                        return refused(person, "administration.account.letter.no-address");
                    }
                    mail.send(person.id(), by.id());
                    return done(person, "administration.account.letter.sent");
                });
    }

    /** Empty if one of them is no role, or of no unit that there has been. */
    private Optional<Set<Grant>> grants(List<String> roles) {
        Map<UnitId, Unit> every = organization.everyUnit();
        Set<Grant> grants = new LinkedHashSet<>();
        for (String text : roles) {
            Matcher parts = ROLE.matcher(text);
            if (parts.matches()) {
                String number = parts.group("unit");
                UnitId unit = number == null ? null : new UnitId(Long.parseLong(number));
                if (unit != null && !every.containsKey(unit)) {
                    return Optional.empty();
                }
                grants.add(new Grant(Role.valueOf(parts.group("role")), unit));
            } else if (!text.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(grants);
    }

    private Object with(long id, Function<Person, Object> answer) {
        Optional<Person> person = organization.person(new PersonId(id));
        return person.isEmpty() ? UnitPage.unknown() : answer.apply(person.get());
    }

    private Object answer(Person person, AccountChange change, String done) {
        return switch (change) {
            case AccountChange.Done() -> done(person, done);
            case AccountChange.Refused(AccountChange.Reason reason) ->
                    refused(person, "access.refused." + reason.slug());
        };
    }

    private Object answer(Person person, Staffed staffed, String done) {
        return switch (staffed) {
            case Staffed.Done() -> done(person, done);
            case Staffed.Refused(Staffed.Reason reason) ->
                    refused(person, "organization.refused." + reason.slug());
        };
    }

    private static RedirectView done(Person person, String key) {
        return new RedirectView("/administration/people/" + person.id().value() + "?done=" + key);
    }

    private Rendered refused(Person person, String problem) {
        return Rendered.refused("administration/person", view(person, null, problem));
    }

    private PersonView view(
            Person person, @Nullable String passwordLink, @Nullable String problem) {
        List<StandIn> standIns = staffing.standIns(person.id());
        Set<PersonId> others = new HashSet<>();
        standIns.forEach(it -> others.addAll(List.of(it.person(), it.standIn())));
        return new PersonView(
                person,
                staffing.history(person.id()),
                standIns,
                organization.people(others),
                organization.everyUnit(),
                organization.units(organization.today()),
                organization.today().toString(),
                accounts.of(person.id()).orElse(null),
                factors.of(person.id()),
                mail.reaches(person.id()),
                passwordLink,
                problem);
    }
}
