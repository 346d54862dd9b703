package io.kollega.access;

import java.util.List;

/** Where the person is signed in. */
record SessionsView(List<OpenSessions.Open> sessions) {
    boolean others() {
        return sessions.stream().anyMatch(it -> !it.here());
    }
}
