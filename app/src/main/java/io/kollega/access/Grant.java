package io.kollega.access;

import io.kollega.organization.UnitId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A role held for the whole company, or for a unit if the role is {@link Role#ofUnit of a unit}.
 */
public record Grant(Role role, @Nullable UnitId unit) {
    public Grant {
        if (role.ofUnit() != (unit != null)) {
            throw new IllegalArgumentException(role + " needs a unit exactly if it is of a unit");
        }
    }

    /** As the trail writes them. */
    static List<String> names(Set<Grant> grants) {
        return grants.stream()
                .map(it -> it.role() + (it.unit() == null ? "" : " of " + it.unit().value()))
                .sorted()
                .toList();
    }
}
