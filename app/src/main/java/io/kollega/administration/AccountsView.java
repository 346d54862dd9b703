package io.kollega.administration;

import io.kollega.access.Account;
import io.kollega.organization.Person;
import io.kollega.organization.PersonId;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of accounts.
 *
 * @param role the role that is looked for; empty for all
 * @param today the units that exist today
 * @param next address of the next page; null at the end
 */
record AccountsView(
        String q,
        String role,
        List<Account> accounts,
        Map<PersonId, Person> people,
        Map<UnitId, Unit> units,
        List<Unit> today,
        @Nullable String first,
        @Nullable String next) {}
