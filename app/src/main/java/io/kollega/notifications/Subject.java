package io.kollega.notifications;

import java.util.regex.Pattern;

/**
 * What a notice is about.
 *
 * @param kind of what sort it is: its name stands under {@code notifications.subject.KIND}, with
 *     the number as its argument
 * @param id its number; 0 if it has none
 * @param title as people named it; empty if its name says it all
 * @param address where it stands: a path of ours
 */
public record Subject(String kind, long id, String title, String address) {
    private static final Pattern OURS = Pattern.compile("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?");

    public Subject {
        if (!OURS.matcher(address).matches()) {
            throw new IllegalArgumentException(
                    "address is " + address + ", allowed is a path that begins with one slash");
        }
    }

    /** Message key of its name. */
    String key() {
        return "notifications.subject." + kind;
    }
}
