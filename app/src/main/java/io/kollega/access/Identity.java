package io.kollega.access;

import org.jspecify.annotations.Nullable;

/**
 * A signed-in person with what pages need to know of them: their name and their preferences, null
 * where they have none.
 */
record Identity(
        CurrentPerson person,
        String givenName,
        String familyName,
        @Nullable String language,
        @Nullable String theme,
        @Nullable String zone,
        boolean shortcuts) {}
