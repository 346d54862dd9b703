package io.kollega.access;

import io.kollega.permissions.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The person's API tokens.
 *
 * @param scopes those to choose from
 * @param fresh a token just made, shown this once
 * @param problem message key of why none was made
 */
record TokensView(
        List<Tokens.Token> tokens,
        List<TokenScope> scopes,
        @Nullable String fresh,
        String name,
        @Nullable String problem) {
    /** For so many days a token can be made here. */
    static final List<Integer> DAYS = List.of(30, 90, 365);

    /** Who administers nothing has no use for a token that may. */
    static List<TokenScope> scopes(CurrentPerson person) {
        return person.may(Permission.ADMINISTER)
                ? List.of(TokenScope.values())
                : List.of(TokenScope.READ, TokenScope.WRITE);
    }

    List<Integer> days() {
        return DAYS;
    }
}
