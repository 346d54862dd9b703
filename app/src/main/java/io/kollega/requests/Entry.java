package io.kollega.requests;

import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a request's history.
 *
 * @param number its place, from 1; also the version of the request once it had happened
 * @param author who did it; null for the system itself
 * @param authorUnit the unit to which the author belonged then
 */
record Entry(
        int number,
        Instant at,
        @Nullable PersonId author,
        @Nullable UnitId authorUnit,
        Happening what,
        String text) {

    boolean internal() {
        return what instanceof Happening.Noted;
    }
}
