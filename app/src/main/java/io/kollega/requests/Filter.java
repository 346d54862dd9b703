package io.kollega.requests;

import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;

/**
 * What a list of requests shows.
 *
 * @param text words to find; a number finds the request of that number
 */
record Filter(Scope scope, Stage stage, Assignee assignee, String text, boolean overdue) {

    /** Whether what breaks first comes first, as in a queue of open work; else the newest does. */
    boolean byDue() {
        return stage.open() && scope instanceof Scope.Queue;
    }

    /** The requests among which a list chooses, and so the right to read it. */
    sealed interface Scope {
        /** Those a unit has to serve, as a person sees them who works its queue. */
        record Queue(UnitId unit, PersonId reader) implements Scope {}

        /** Those that a person has asked. */
        record Asked(PersonId client) implements Scope {}

        /** Those that a person was called into. */
        record Followed(PersonId person) implements Scope {}
    }
}
