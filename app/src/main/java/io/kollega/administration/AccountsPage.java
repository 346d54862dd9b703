package io.kollega.administration;

import io.kollega.access.Account;
import io.kollega.access.AccountBook;
import io.kollega.access.CurrentPerson;
import io.kollega.access.Role;
import io.kollega.organization.Organization;
import io.kollega.organization.Person;
import io.kollega.organization.PersonId;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Confirmed;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.OutsideAddress;
import io.kollega.shell.Rendered;
import io.kollega.shell.Visitors;
import io.kollega.tables.TableExport;
import io.kollega.tables.TableFormat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who may sign in, and in which roles. */
@Controller
@Requires(Permission.ADMINISTER)
class AccountsPage {
    private static final int SHOWN = 50;

    private final AccountBook accounts;
    private final Organization organization;
    private final OutsideAddress outside;
    private final Visitors visitors;

    AccountsPage(
            AccountBook accounts,
            Organization organization,
            OutsideAddress outside,
            Visitors visitors) {
        this.visitors = visitors;
        this.accounts = accounts;
        this.organization = organization;
        this.outside = outside;
    }

    @GetMapping("/administration/accounts")
    Rendered list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String after) {
        Role wanted =
                Arrays.stream(Role.values())
                        .filter(it -> it.name().equals(role))
                        .findFirst()
                        .orElse(null);
        List<Account> found = accounts.list(q, wanted, after, SHOWN + 1);
        List<Account> shown = found.subList(0, Math.min(SHOWN, found.size()));
        return Rendered.of(
                "administration/accounts",
                new AccountsView(
                        q,
                        wanted == null ? "" : role,
                        shown,
                        organization.people(shown.stream().map(Account::person).toList()),
                        organization.everyUnit(),
                        organization.units(organization.today()),
                        after.isEmpty() ? null : address(q, role, null),
                        found.size() > SHOWN ? address(q, role, shown.getLast().login()) : null));
    }

    /** Answers with the links themselves, as a file, because they are shown only once. */
    @PostMapping("/administration/accounts/opening")
    @Confirmed
    void open(
            CurrentPerson by,
            @RequestParam(required = false) @Nullable Long unit,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        List<Person> people =
                unit == null
                        ? organization.everyone(organization.today())
                        : organization.peopleOf(new UnitId(unit), organization.today());
        Map<PersonId, Person> known =
                people.stream().collect(Collectors.toMap(Person::id, Function.identity()));
        List<AccountBook.Opened> opened = accounts.open(people, by.id());
        Map<UnitId, Unit> units = organization.everyUnit();
        try (TableExport table =
                TableExport.begin(
                        response,
                        TableFormat.CSV,
                        visitors.of(request).csv(),
                        "accounts",
                        List.of("code", "name", "unit", "login", "link"))) {
            for (AccountBook.Opened one : opened) {
                Person person = Objects.requireNonNull(known.get(one.person()));
                Unit home = Objects.requireNonNull(units.get(person.unit()));
                table.row(
                        person.code(),
                        person.fullName(),
                        home.name().text(),
                        one.login(),
                        outside.link("password", one.secret()));
            }
        }
    }

    private static String address(String q, String role, @Nullable String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/administration/accounts");
        if (!q.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        if (!role.isEmpty()) {
            address.queryParam("role", "{role}");
        }
        if (after != null) {
            address.queryParam("after", "{after}");
        }
        return address.encode()
                .buildAndExpand(Map.of("q", q, "role", role, "after", after == null ? "" : after))
                .toUriString();
    }
}
