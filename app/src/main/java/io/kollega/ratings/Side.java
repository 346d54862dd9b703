package io.kollega.ratings;

import java.util.Locale;

/** Whose rating it is: the client rates the provider's work, the provider rates the request. */
enum Side {
    CLIENT,
    PROVIDER;

    Side other() {
        return this == CLIENT ? PROVIDER : CLIENT;
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
