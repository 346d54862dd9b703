package io.kollega.access;

import io.kollega.organization.UnitId;
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
}
