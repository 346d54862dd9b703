package io.kollega.ratings;

import io.kollega.organization.Name;
import io.kollega.ratings.Rateable.Standing;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rating of one request, as one side sees it: as a card on other pages, and as a page.
 *
 * @param who the unit that helped, or the client who asked
 * @param takenBack whether the unit took its solution back
 * @param open whether it can be given or changed
 * @param draft what the form holds
 * @param own what this side has said
 * @param other what the other side has said; before the reveal always null
 */
record RatingView(
        long request,
        String subject,
        Side side,
        Name who,
        Standing standing,
        boolean takenBack,
        boolean open,
        @Nullable Instant solvedAt,
        @Nullable Instant closesAt,
        Draft draft,
        Set<Draft.Fault> faults,
        @Nullable Rating own,
        @Nullable Rating other) {

    /** Begins the key of every text that differs by side. */
    String key(String rest) {
        return "ratings." + side.slug() + "." + rest;
    }

    /** Whether there is anything to rate or to read. */
    boolean worthACard() {
        return open || own != null || other != null;
    }

    /** Key of why nothing can be said now; whether the client has said anything only they read. */
    String notOpen() {
        boolean stands = takenBack && side == Side.CLIENT && own != null;
        return "ratings.not-open." + (stands ? "stands" : standing.slug());
    }

    boolean revealed() {
        return standing == Standing.REVEALED;
    }

    Instant closing() {
        return Objects.requireNonNull(closesAt);
    }

    int[] scores() {
        return IntStream.rangeClosed(0, 10).toArray();
    }

    boolean chose(Reason reason) {
        return draft.reasons().contains(reason.slug());
    }

    boolean chose(Aspect aspect, int value) {
        return Integer.toString(value).equals(draft.aspects().get(aspect.slug()));
    }

    boolean chose(Ease ease) {
        return ease.slug().equals(draft.ease());
    }

    boolean chose(Solved solved) {
        return solved.slug().equals(draft.solved());
    }

    boolean chose(int score) {
        return Integer.toString(score).equals(draft.score());
    }
}
