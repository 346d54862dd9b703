package io.kollega.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The person's API tokens.
 *
 * @param fresh a token just made, shown this once
 * @param problem message key of why none was made
 */
record TokensView(
        List<Tokens.Token> tokens, @Nullable String fresh, String name, @Nullable String problem) {}
