package io.kollega.administration;

import io.kollega.access.Account;
import io.kollega.access.AccountBook;
import io.kollega.access.Role;
import io.kollega.organization.Organization;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who may sign in, and in which roles. */
@Controller
@Requires(Permission.ADMINISTER)
class AccountsPage {
    private static final int SHOWN = 50;

    private final AccountBook accounts;
    private final Organization organization;

    AccountsPage(AccountBook accounts, Organization organization) {
        this.accounts = accounts;
        this.organization = organization;
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
                        after.isEmpty() ? null : address(q, role, null),
                        found.size() > SHOWN ? address(q, role, shown.getLast().login()) : null));
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
                .buildAndExpand(
                        java.util.Map.of("q", q, "role", role, "after", after == null ? "" : after))
                .toUriString();
    }
}
