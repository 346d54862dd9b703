package io.kollega.ratings;

import java.util.List;

/**
 * What waits for somebody's rating.
 *
 * @param asked own requests that were solved
 * @param served requests of others that they solved
 */
record WaitingView(List<RatingView> asked, List<RatingView> served) {
    private static final int AT_HOME = 3;

    boolean none() {
        return asked.isEmpty() && served.isEmpty();
    }

    /** As many as fit a home page. */
    List<RatingView> askedAtHome() {
        return asked.subList(0, Math.min(AT_HOME, asked.size()));
    }

    /** How many the home page does not show. */
    int more() {
        return asked.size() - askedAtHome().size() + served.size();
    }
}
