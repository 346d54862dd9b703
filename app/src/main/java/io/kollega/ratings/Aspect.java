package io.kollega.ratings;

import io.kollega.insights.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A part of the other side's work, from 1 to 5. */
public enum Aspect {
    SPEED(Side.CLIENT, Measure.SPEED),
    RESULT(Side.CLIENT, Measure.RESULT),
    TONE(Side.CLIENT, Measure.TONE),
    AVAILABILITY(Side.CLIENT, Measure.AVAILABILITY),
    CLARITY(Side.PROVIDER, Measure.CLARITY),
    COMPLETENESS(Side.PROVIDER, Measure.COMPLETENESS),
    MANNERS(Side.PROVIDER, Measure.MANNERS);

    private final Side side;
    private final Measure measure;

    Aspect(Side side, Measure measure) {
        this.side = side;
        this.measure = measure;
    }

    Measure measure() {
        return measure;
    }

    /** The name in JSON and forms, and of its column. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What this side is asked about. */
    static List<Aspect> askedOf(Side side) {
        return Arrays.stream(values()).filter(aspect -> aspect.side == side).toList();
    }

    static Optional<Aspect> named(Side side, String slug) {
        return Named.of(values(), Aspect::slug, slug).filter(aspect -> aspect.side == side);
    }
}
