package io.kollega.ratings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one side says. Only a client's score is always there; everything else may be left out.
 *
 * @param score 0 to 10
 * @param ease the client's only
 * @param solved the client's only
 * @param aspects 1 to 5, of those this side is asked about
 * @param reasons fitting the score; the client's only
 * @param comment empty if none
 */
record Rating(
        Side side,
        @Nullable Integer score,
        @Nullable Ease ease,
        @Nullable Solved solved,
        Map<Aspect, Integer> aspects,
        List<Reason> reasons,
        String comment) {
    static final int LONGEST_COMMENT = 2_000;

    Rating {
        aspects = Map.copyOf(aspects);
        reasons = List.copyOf(reasons);
    }

    /** A client's score and nothing else: one tap. */
    static Rating tap(int score) {
        return new Rating(Side.CLIENT, score, null, null, Map.of(), List.of(), "");
    }
}
