package io.kollega.requests;

import io.kollega.organization.PersonId;
import io.kollega.promises.PauseReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a request stands. */
sealed interface State {

    /** Who has it in hand, or had it when it ended. */
    default @Nullable PersonId specialist() {
        return null;
    }

    /** Whether the provider still has to do something, now or later. */
    default boolean open() {
        return switch (this) {
            case Queued _, Working _, Paused _ -> true;
            case Solved _, Closed _, Withdrawn _, Declined _ -> false;
        };
    }

    /** The name in URLs, JSON and forms. */
    default String slug() {
        return switch (this) {
            case Queued _ -> "queued";
            case Working _ -> "working";
            case Paused _ -> "paused";
            case Solved _ -> "solved";
            case Closed _ -> "closed";
            case Withdrawn _ -> "withdrawn";
            case Declined _ -> "declined";
        };
    }

    /** It waits in the unit's queue. */
    record Queued() implements State {}

    /** A specialist has taken it. */
    record Working(PersonId specialist) implements State {}

    /** The clock of its solution stands. */
    record Paused(PauseReason reason, @Nullable PersonId specialist) implements State {}

    /** The provider says it is done; the client may confirm or object. */
    record Solved(@Nullable PersonId specialist, Instant at) implements State {}

    /** The client confirmed, or the time to object has passed. */
    record Closed(@Nullable PersonId specialist, Instant at) implements State {}

    /** The client needs it no more. */
    record Withdrawn(@Nullable PersonId specialist, Instant at) implements State {}

    /** The provider refused, with a reason. */
    record Declined(@Nullable PersonId specialist, Instant at) implements State {}
}
