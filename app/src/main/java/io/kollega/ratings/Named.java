package io.kollega.ratings;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Finds one of several by its name in URLs, JSON and forms. */
final class Named {
    private Named() {}

    static <T> Optional<T> of(T[] all, Function<T, String> slug, String wanted) {
        return Arrays.stream(all).filter(one -> slug.apply(one).equals(wanted)).findFirst();
    }
}
