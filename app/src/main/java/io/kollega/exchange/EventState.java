package io.kollega.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What another system's states are translated into. */
enum EventState {
    QUEUED,
    WORKING,
    WAITING_CLIENT,
    WAITING_APPROVAL,
    WAITING_OUTSIDE,
    SCHEDULED,
    SOLVED,
    CLOSED,
    WITHDRAWN,
    DECLINED;

    /** The name in a mapping file. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<EventState> of(String slug) {
        return Arrays.stream(values()).filter(state -> state.slug().equals(slug)).findFirst();
    }

    /** Whether the request waits for somebody, and so is not finished. */
    boolean waiting() {
        return switch (this) {
            case WAITING_CLIENT, WAITING_APPROVAL, WAITING_OUTSIDE, SCHEDULED -> true;
            case QUEUED, WORKING, SOLVED, CLOSED, WITHDRAWN, DECLINED -> false;
        };
    }

    /** Whether the provider says it is done. */
    boolean finished() {
        return this == SOLVED || this == CLOSED;
    }

    /** Whether somebody has it in hand or waits: what makes a finished request a reopened one. */
    boolean open() {
        return this == QUEUED || this == WORKING || waiting();
    }
}
