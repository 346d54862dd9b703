package io.kollega.mail;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** When somebody wants to hear of one topic, and when of nothing. */
record Preference(Pace pace, @Nullable Quiet quiet) {
    static final Preference USUAL = new Preference(Pace.AT_ONCE, null);

    Instant due(Instant now, ZoneId zone) {
        Instant due = pace.due(now, zone);
        return quiet == null ? due : quiet.after(due, zone);
    }
}
