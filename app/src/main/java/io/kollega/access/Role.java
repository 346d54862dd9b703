package io.kollega.access;

import io.kollega.permissions.Permission;
import java.util.Set;

/** The roles of the company, each a bundle of permissions. Duties are separate on purpose. */
public enum Role {
    EMPLOYEE(Set.of(Permission.ASK)),
    SPECIALIST(Set.of(Permission.ASK, Permission.WORK_QUEUE)),
    UNIT_HEAD(Set.of(Permission.ASK, Permission.WORK_QUEUE, Permission.RUN_UNIT)),
    ANALYST(Set.of(Permission.ASK, Permission.ANALYSE)),
    ADMINISTRATOR(Set.of(Permission.ADMINISTER, Permission.READ_AUDIT)),
    AUDITOR(Set.of(Permission.READ_AUDIT));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** Whether this role is held for a named unit rather than for the whole company. */
    public boolean ofUnit() {
        return permissions.stream().anyMatch(Permission::ofUnit);
    }
}
