package io.kollega.wishes;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a unit answers to a wish. */
enum Decision {
    /** It will be done. */
    PLANNED,
    /** It is done. */
    DONE,
    /** It won't be done; the answer says why. */
    DECLINED,
    /** There is it already; the answer says where. */
    OFFERED;

    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Decision> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
