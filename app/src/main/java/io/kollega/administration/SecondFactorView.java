package io.kollega.administration;

import io.kollega.access.Role;
import io.kollega.access.SecondFactorRule;
import java.util.Map;
import java.util.Set;

/** Which roles must have a second factor, and how many of them do. */
record SecondFactorView(Set<Role> required, Map<Role, SecondFactorRule.Coverage> coverage) {
    int people(Role role) {
        return of(role).people();
    }

    int covered(Role role) {
        return of(role).covered();
    }

    private SecondFactorRule.Coverage of(Role role) {
        return coverage.getOrDefault(role, new SecondFactorRule.Coverage(0, 0));
    }
}
