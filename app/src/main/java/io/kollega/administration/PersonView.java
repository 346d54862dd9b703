package io.kollega.administration;

import io.kollega.access.Account;
import io.kollega.access.Grant;
import io.kollega.access.Role;
import io.kollega.access.SecondFactors;
import io.kollega.organization.Membership;
import io.kollega.organization.Person;
import io.kollega.organization.PersonId;
import io.kollega.organization.StandIn;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One person: where they belong, who stands in, and their account.
 *
 * @param account null when there is none
 * @param mailed whether a password link can reach them by mail
 * @param passwordLink the address by which they set a password, shown this once; null otherwise
 * @param problem message key of why the last change was refused
 */
record PersonView(
        Person person,
        List<Membership> memberships,
        List<StandIn> standIns,
        Map<PersonId, Person> others,
        Map<UnitId, Unit> every,
        List<Unit> units,
        String today,
        @Nullable Account account,
        SecondFactors.Held factors,
        boolean mailed,
        @Nullable String passwordLink,
        @Nullable String problem) {
    /** Whether they head their unit and have an account, but not the role to run it. */
    boolean headWithoutRole() {
        return person.head()
                && account != null
                && account.open()
                && !account.grants().contains(new Grant(Role.UNIT_HEAD, person.unit()));
    }

    /** Whether they work here at all today or later. */
    boolean here() {
        return memberships.stream().anyMatch(it -> it.until() == null);
    }
}
