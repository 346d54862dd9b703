package io.kollega.wishes;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Permission;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wish.
 *
 * @param unit to which it goes; null if to nobody in particular
 * @param answer null until there is one
 */
record Wish(
        WishId id,
        @Nullable UnitId unit,
        PersonId voicedBy,
        Instant voicedAt,
        String text,
        @Nullable Answer answer) {
    /** By the head of its unit; to nobody in particular, by an analyst. */
    boolean answerableBy(CurrentPerson person) {
        return unit == null
                ? person.may(Permission.ANALYSE)
                : person.may(Permission.RUN_UNIT, unit);
    }

    /** What the unit said. */
    record Answer(Decision decision, String text, Instant at) {}
}
