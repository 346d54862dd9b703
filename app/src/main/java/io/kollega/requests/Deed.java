package io.kollega.requests;

import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.promises.PauseReason;

/** What somebody wants to do with a request. */
sealed interface Deed {

    /** Words that go with it; empty where there are none. */
    default String text() {
        return "";
    }

    record Reply(String text) implements Deed {}

    record Note(String text) implements Deed {}

    record Confirm() implements Deed {}

    record Reopen(String text) implements Deed {}

    record Withdraw(String text) implements Deed {}

    /** Calls somebody in. {@code notes}: they may read the internal notes. */
    record Join(PersonId participant, boolean notes) implements Deed {}

    /** What only the provider may do, and only while the request is open. */
    sealed interface Work extends Deed {}

    record Assign(PersonId specialist) implements Work {}

    record Unassign() implements Work {}

    /** Gives it to another unit. The note is an internal one. */
    record HandOver(UnitId to, String note) implements Work {
        @Override
        public String text() {
            return note;
        }
    }

    /** Stops the clock of the solution. The text says what is awaited; the client reads it. */
    record Pause(PauseReason reason, String text) implements Work {}

    record Resume() implements Work {}

    record Solve(String text) implements Work {}

    record Decline(String text) implements Work {}
}
