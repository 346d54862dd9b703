package io.kollega.permissions;

/**
 * What a person can be allowed to do. A permission that {@link #ofUnit() belongs to a unit} is held
 * for named units only; the others are held for the whole company. Roles bundle permissions; code
 * asks for permissions, never for roles.
 */
public enum Permission {
    /** Ask any unit, follow own requests, rate, read published results. */
    ASK(false),
    /** Work the queue of a unit. */
    WORK_QUEUE(true),
    /** Own a unit's services and standards, see the unit's results. */
    RUN_UNIT(true),
    /** Read every measure that may be published. */
    ANALYSE(false),
    /** Organization, accounts, calendars, imports. */
    ADMINISTER(false),
    /** Read the audit trail. */
    READ_AUDIT(false);

    private final boolean ofUnit;

    Permission(boolean ofUnit) {
        this.ofUnit = ofUnit;
    }

    /** Whether this permission is held for named units rather than for the whole company. */
    public boolean ofUnit() {
        return ofUnit;
    }
}
