package io.kollega.requests;

import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.promises.PauseReason;

/**
 * What can happen to a request. Every line of its history is one of these, and its state follows
 * from them: see {@link Course}.
 */
public sealed interface Happening {

    record Submitted() implements Happening {}

    /** Words that everyone on the request may read. */
    record Replied() implements Happening {}

    /** Words for the provider's own people; they never reach the client. */
    record Noted() implements Happening {}

    record Assigned(PersonId specialist) implements Happening {}

    /** Put back into the queue. */
    record Unassigned() implements Happening {}

    record HandedOver(UnitId from, UnitId to) implements Happening {}

    record Paused(PauseReason reason) implements Happening {}

    record Resumed() implements Happening {}

    record Solved() implements Happening {}

    record Closed() implements Happening {}

    record Reopened() implements Happening {}

    record Withdrawn() implements Happening {}

    record Declined() implements Happening {}

    /** Somebody besides the client and the provider may see the request from now on. */
    record Joined(PersonId participant) implements Happening {}

    /** Whether the words of a deed can stand here. */
    default boolean bearsWords() {
        return switch (this) {
            case Submitted _, Assigned _, Unassigned _, HandedOver _ -> false;
            case Resumed _, Closed _, Joined _ -> false;
            case Replied _, Noted _, Paused _, Solved _ -> true;
            case Reopened _, Withdrawn _, Declined _ -> true;
        };
    }

    /** The name in history, JSON and storage. */
    default String slug() {
        return switch (this) {
            case Submitted _ -> "submitted";
            case Replied _ -> "replied";
            case Noted _ -> "noted";
            case Assigned _ -> "assigned";
            case Unassigned _ -> "unassigned";
            case HandedOver _ -> "handed-over";
            case Paused _ -> "paused";
            case Resumed _ -> "resumed";
            case Solved _ -> "solved";
            case Closed _ -> "closed";
            case Reopened _ -> "reopened";
            case Withdrawn _ -> "withdrawn";
            case Declined _ -> "declined";
            case Joined _ -> "joined";
        };
    }
}
