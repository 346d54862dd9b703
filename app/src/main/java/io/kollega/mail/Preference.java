package io.kollega.mail;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** When somebody wants to hear of one topic, and when of nothing. */
record Wish(Pace pace, @Nullable Quiet quiet) {
    static final Wish USUAL = new Wish(Pace.AT_ONCE, null);

    Instant due(Instant now, ZoneId zone) {
        Instant due = pace.due(now, zone);
        return quiet == null ? due : quiet.after(due, zone);
    }
}
