package io.kollega.insights;

import java.time.Instant;
import java.util.Locale;
import kollega.measurement.disclosure.Reason;
import org.jspecify.annotations.Nullable;

/** A figure as it may leave the module: published, or withheld with its reason. */
public sealed interface Figure {

    /**
     * May be shown, with everything that must stand beside it.
     *
     * @param value net scores from -100 to 100, shares from 0 to 1, means on their own scale
     * @param low the lower end of the 95 % interval, on the same scale
     * @param high its upper end
     * @param precision how fine value, low and high are
     * @param n how many answers
     * @param raters from how many people; where nobody is known, as many as there are answers
     * @param detectable the smallest change that so many answers could tell from chance
     * @param moved when something was last taken in
     * @param comparison with the company; null for the company itself, and where it can't be made
     */
    record Published(
            double value,
            double low,
            double high,
            Precision precision,
            long n,
            long raters,
            double detectable,
            Instant moved,
            @Nullable Comparison comparison)
            implements Figure {}

    /** May not be shown; the reason tells nothing about the data. */
    record Withheld(Reason reason) implements Figure {}

    /**
     * A figure beside the company's.
     *
     * @param company the company's own figure
     * @param pulled the figure pulled towards the company, the more the fewer answers it rests on
     * @param below the probability that the true figure lies below the company's, from 0 to 1
     * @param flag whether the difference can't be explained by chance
     */
    record Comparison(double company, double pulled, double below, Flag flag) {}

    /** Named as different, so that one in ten names on a screen may be wrong. */
    enum Flag {
        BELOW,
        ABOVE,
        NONE
    }

    /** How finely a figure is told, so that it does not tell what single people said. */
    enum Precision {
        /** As fine as the measure is told anywhere. */
        USUAL,
        /** A net score of few answers, rounded to 5 points. */
        COARSE,
        /** Nearly all said the same: the value is at least {@code low}, where it is also shown. */
        AT_LEAST,
        /** The same from above: the value is at most {@code high}. */
        AT_MOST,
        /** The same in the middle: the value lies between {@code low} and {@code high}. */
        BETWEEN;

        /** The name in JSON: {@code at-least} and so on. */
        String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
