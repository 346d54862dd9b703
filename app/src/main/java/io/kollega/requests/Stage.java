package io.kollega.requests;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which states a list shows. Conditions are written out in SQL, not passed in, so that the planner
 * finds the partial indexes of what is open.
 */
enum Stage {
    OPEN("r.state in ('queued', 'working', 'paused')", true),
    /** What still concerns the client: open, or solved and not yet confirmed. */
    CURRENT("r.state in ('queued', 'working', 'paused', 'solved')", false),
    /** What the client has to answer or to confirm. */
    WAITING(
            "(r.state = 'solved' or r.state = 'paused' and r.pause_reason = 'waiting-client')",
            false),
    QUEUED("r.state = 'queued'", true),
    WORKING("r.state = 'working'", true),
    PAUSED("r.state = 'paused'", true),
    SOLVED("r.state = 'solved'", false),
    CLOSED("r.state = 'closed'", false),
    WITHDRAWN("r.state = 'withdrawn'", false),
    DECLINED("r.state = 'declined'", false),
    ALL("true", false);

    private final String condition;
    private final boolean open;

    Stage(String condition, boolean open) {
        this.condition = condition;
        this.open = open;
    }

    String condition() {
        return condition;
    }

    /** Whether the provider still has to do something, so that promises may run. */
    boolean open() {
        return open;
    }

    /** Whether only a client asks for it. */
    boolean ofClient() {
        return this == CURRENT || this == WAITING;
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Stage> of(String slug) {
        return Arrays.stream(values()).filter(stage -> stage.slug().equals(slug)).findFirst();
    }
}
