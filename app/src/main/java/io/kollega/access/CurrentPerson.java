package io.kollega.access;

import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Permission;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The person who is signed in, by session or by token, with what they may do now. A controller
 * takes it as an argument. Never store it: permissions change.
 *
 * @param unit the unit they belong to today
 * @param company permissions held for the whole company
 * @param units permissions held for named units
 */
public record CurrentPerson(
        PersonId id,
        UnitId unit,
        String login,
        Set<Permission> company,
        Map<Permission, Set<UnitId>> units) {

    /** The same person with one thing less to do. */
    CurrentPerson without(Permission permission) {
        Set<Permission> rest = new TreeSet<>(company);
        rest.remove(permission);
        return new CurrentPerson(id, unit, login, rest, units);
    }

    public boolean may(Permission permission) {
        return company.contains(permission) || units.containsKey(permission);
    }

    /** Whether the permission is held for this very unit. */
    public boolean may(Permission permission, UnitId unit) {
        return company.contains(permission)
                || units.getOrDefault(permission, Set.of()).contains(unit);
    }

    /** The units for which the permission is held. */
    public Set<UnitId> unitsWith(Permission permission) {
        return units.getOrDefault(permission, Set.of());
    }
}
