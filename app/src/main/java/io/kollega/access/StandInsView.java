package io.kollega.access;

import io.kollega.organization.Person;
import io.kollega.organization.StandIn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who stands in for the person, and for whom they stand in.
 *
 * @param colleagues offered while one types
 * @param several those who fit what was typed, if more than one does
 * @param problem message key of why it could not be written down
 */
record StandInsView(
        List<Line> mine,
        List<Line> theirs,
        List<Person> colleagues,
        String who,
        String first,
        String last,
        List<Person> several,
        @Nullable String problem) {
    /** One stand-in, with the other person. */
    record Line(StandIn standIn, Person other) {}
}
