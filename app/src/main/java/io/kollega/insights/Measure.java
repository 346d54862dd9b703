package io.kollega.insights;

import java.util.Locale;
import java.util.Optional;

/** What is measured between a client unit and a provider unit. */
public enum Measure {
    /** 0 to 10, the client of the provider; net score. */
    NPS(Kind.NET, 0, 10),
    /** easy, rather easy, rather hard, hard as 3, 2, 1, 0; share of the favourable two. */
    EASE(Kind.SHARE, 0, 3),
    /** solved yes, partly, no as 2, 1, 0; share of yes. */
    SOLVED(Kind.SHARE, 0, 2),
    /** 0 or 1: was the promise of a solution kept. */
    ON_TIME(Kind.SHARE, 0, 1),
    /** 0 or 1: was the promise of a first response kept. */
    RESPONSE_ON_TIME(Kind.SHARE, 0, 1),
    /** 1 to 5, the provider of the client's request; mean. */
    CLARITY(Kind.MEAN, 1, 5),
    COMPLETENESS(Kind.MEAN, 1, 5),
    MANNERS(Kind.MEAN, 1, 5),
    /** 1 to 5, aspects of the provider's work, the client of the provider; mean. */
    SPEED(Kind.MEAN, 1, 5),
    RESULT(Kind.MEAN, 1, 5),
    TONE(Kind.MEAN, 1, 5),
    AVAILABILITY(Kind.MEAN, 1, 5);

    /** How the values of a measure become one figure. */
    public enum Kind {
        /** Promoters less detractors, from -100 to 100. */
        NET,
        /** The share of favourable values, from 0 to 1. */
        SHARE,
        /** The mean of the values, on their own scale. */
        MEAN
    }

    private final Kind kind;
    private final int lowest;
    private final int highest;

    Measure(Kind kind, int lowest, int highest) {
        this.kind = kind;
        this.lowest = lowest;
        this.highest = highest;
    }

    public Kind kind() {
        return kind;
    }

    /** The lowest value that can be observed. */
    public int lowest() {
        return lowest;
    }

    /** The highest value that can be observed. */
    public int highest() {
        return highest;
    }

    /** Whether the matrix of units can be switched to it. */
    boolean inMatrix() {
        return this == NPS || this == EASE || this == ON_TIME;
    }

    /** Whether people's opinions are behind it, rather than the clock. */
    boolean rated() {
        return this != ON_TIME && this != RESPONSE_ON_TIME;
    }

    /** From which value on an answer is favourable; of a share only. */
    int favourableFrom() {
        return switch (this) {
            case EASE, SOLVED -> 2;
            default -> 1;
        };
    }

    /** The name in URLs and JSON: {@code on-time} and so on. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The measure of a name in a URL. */
    public static Optional<Measure> named(String slug) {
        for (Measure measure : values()) {
            if (measure.slug().equals(slug)) {
                return Optional.of(measure);
            }
        }
        return Optional.empty();
    }
}
