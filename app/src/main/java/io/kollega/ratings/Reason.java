package io.kollega.ratings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A short reason for a score; which are offered depends on the score. */
public enum Reason {
    SLOW(Band.LOW),
    WRONG_RESULT(Band.LOW),
    SENT_AROUND(Band.LOW),
    TOO_FORMAL(Band.LOW),
    HARD_TO_REACH(Band.LOW),
    UNFRIENDLY(Band.LOW),
    COULD_BE_FASTER(Band.MIDDLE),
    COULD_BE_CLEARER(Band.MIDDLE),
    COULD_BE_SIMPLER(Band.MIDDLE),
    COULD_KEEP_INFORMED(Band.MIDDLE),
    FAST(Band.HIGH),
    CLEAR(Band.HIGH),
    FRIENDLY(Band.HIGH),
    KEPT_INFORMED(Band.HIGH),
    MORE_THAN_ASKED(Band.HIGH);

    /** The scores that share their reasons: 0 to 6, 7 and 8, 9 and 10. */
    enum Band {
        LOW,
        MIDDLE,
        HIGH;

        static Band of(int score) {
            return score <= 6 ? LOW : score <= 8 ? MIDDLE : HIGH;
        }

        String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        List<Reason> reasons() {
            return Arrays.stream(Reason.values()).filter(reason -> reason.band == this).toList();
        }
    }

    private final Band band;

    Reason(Band band) {
        this.band = band;
    }

    Band band() {
        return band;
    }

    /** The name in JSON and forms. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Reason> named(String slug) {
        return Named.of(values(), Reason::slug, slug);
    }
}
