package io.kollega.mail;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the reader hears by mail.
 *
 * @param on whether mail goes out at all
 * @param address where it goes; empty if none is known
 * @param problem message key of what is wrong with the quiet hours that were sent
 */
record SettingsView(
        boolean on,
        String address,
        Map<Topic, Pace> paces,
        boolean quiet,
        String from,
        String until,
        @Nullable String problem) {
    Pace pace(Topic topic) {
        return paces.getOrDefault(topic, Pace.AT_ONCE);
    }
}
