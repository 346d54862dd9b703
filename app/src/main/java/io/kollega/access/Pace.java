package io.kollega.access;

import java.time.Duration;

/**
 * How attempts slow down: some are free, each one more doubles the wait up to a longest one, and
 * with time they are forgiven one by one. Nobody is ever locked out.
 *
 * @param free how many may follow each other without a wait
 * @param first the wait after the first that is not free
 * @param longest no wait is longer
 * @param forgiven how long it takes until one of them no longer counts
 */
record Pace(int free, Duration first, Duration longest, Duration forgiven) {
    /** What is left of a level after some time; another node's clock may be a little ahead. */
    double left(double level, Duration since) {
        double over = Math.max(0, (double) since.toMillis() / forgiven.toMillis());
        return Math.max(0, level - over);
    }

    /** One more; no higher than what makes the longest wait, so that a storm is soon forgiven. */
    double more(double level) {
        return Math.min(level + 1, free + 1 + Math.ceil(doublings()));
    }

    /** How long the next attempt has to wait at this level. */
    Duration delay(double level) {
        long beyond = Math.round(level) - free;
        if (beyond < 1) {
            return Duration.ZERO;
        }
        return beyond - 1 >= doublings()
                ? longest
                : Duration.ofMillis((long) (first.toMillis() * Math.pow(2, beyond - 1)));
    }

    private double doublings() {
        return Math.log((double) longest.toMillis() / first.toMillis()) / Math.log(2);
    }
}
