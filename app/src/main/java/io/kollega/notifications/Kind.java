package io.kollega.notifications;

import java.util.Locale;

/** What somebody must hear of a request. */
enum Kind {
    /** For the client. */
    ANSWERED,
    WAITING_FOR_YOU,
    SOLVED,
    DECLINED,
    HANDED_OVER,
    CLOSED,
    /** For both sides. */
    RATINGS_REVEALED,
    RESUMED,
    /** For whoever is called in. */
    JOINED,
    FOLLOWED,
    /** For the people of the unit. */
    ARRIVED,
    /** For the specialist. */
    ASSIGNED,
    CLIENT_REPLIED,
    NOTED,
    REOPENED,
    WITHDRAWN,
    DUE_SOON,
    /** For the unit head. */
    MISSED;

    /** Message key of the sentence that tells it. */
    String key() {
        return "notifications.kind." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
