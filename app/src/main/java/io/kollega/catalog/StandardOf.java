package io.kollega.catalog;

import io.kollega.organization.UnitId;
import org.jspecify.annotations.Nullable;

/** Whose standard it is: that of a service, or of a unit that is just asked. */
sealed interface StandardOf {
    /** The unit that must keep it. */
    UnitId unit();

    record OfService(ServiceId service, UnitId unit) implements StandardOf {}

    record OfUnit(UnitId unit) implements StandardOf {}

    /** The rows of its versions, with the parameter {@code owner}. */
    default String condition() {
        return switch (this) {
            case OfService _ -> "service = :owner";
            case OfUnit _ -> "unit = :owner and service is null";
        };
    }

    default long id() {
        return switch (this) {
            case OfService(ServiceId service, UnitId _) -> service.value();
            case OfUnit(UnitId unit) -> unit.value();
        };
    }

    default @Nullable ServiceId serviceOrNull() {
        return this instanceof OfService(ServiceId service, UnitId _) ? service : null;
    }
}
