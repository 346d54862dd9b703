package io.kollega.access;

import io.kollega.permissions.Permission;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in person with what pages need to know of them: their name and their preferences, null
 * where they have none.
 *
 * @param linkUntold whether somebody made a link for their password and they have not read of it
 * @param unguarded whether a role of theirs wants a second factor and they have none
 * @param scope of the token by which they came; null for a session
 */
record Identity(
        CurrentPerson person,
        String givenName,
        String familyName,
        @Nullable String language,
        @Nullable String theme,
        @Nullable String csv,
        @Nullable String zone,
        boolean shortcuts,
        boolean linkUntold,
        boolean unguarded,
        @Nullable TokenScope scope) {

    /** The same person by a token. */
    Identity by(TokenScope token) {
        return new Identity(
                person,
                givenName,
                familyName,
                language,
                theme,
                csv,
                zone,
                shortcuts,
                linkUntold,
                unguarded,
                token);
    }

    /** The same for a call that writes, where the scope of the token leaves something out. */
    Identity writing() {
        return scope == TokenScope.WRITE
                ? new Identity(
                        person.without(Permission.ADMINISTER),
                        givenName,
                        familyName,
                        language,
                        theme,
                        csv,
                        zone,
                        shortcuts,
                        linkUntold,
                        unguarded,
                        scope)
                : this;
    }
}
