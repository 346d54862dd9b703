package io.kollega.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may want to hear of by mail, each at its own pace. */
enum Topic {
    /** Requests that come to one's unit. */
    NEW_REQUESTS,
    /** What the provider does with one's request. */
    MY_REQUESTS,
    /** What happens to requests one works on. */
    MY_WORK,
    /** Requests one was called into. */
    FOLLOWED,
    DEADLINES,
    /** Ways into one's account: always at once, whatever one prefers. */
    ACCOUNT;

    /**
     * Of which topic a notice is; empty for what stays in the house. Ratings and internal notes
     * stand in no line here: not even that there is one leaves by mail.
     */
    static Optional<Topic> of(String sentence) {
        if (sentence.startsWith("notifications.account.")) {
            return Optional.of(ACCOUNT);
        }
        return switch (sentence.replaceFirst("^notifications\\.kind\\.", "")) {
            case "arrived" -> Optional.of(NEW_REQUESTS);
            case "answered", "waiting-for-you", "solved", "declined", "handed-over" ->
                    Optional.of(MY_REQUESTS);
            case "closed", "resumed" -> Optional.of(MY_REQUESTS);
            case "assigned", "client-replied", "reopened", "withdrawn" -> Optional.of(MY_WORK);
            case "joined", "followed" -> Optional.of(FOLLOWED);
            case "due-soon", "missed" -> Optional.of(DEADLINES);
            default -> Optional.empty();
        };
    }

    static Optional<Topic> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
