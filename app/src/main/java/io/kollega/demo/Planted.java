package io.kollega.demo;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The effects that are in the data on purpose, so that what Kollega finds can be checked against
 * what is there. docs/demo.md tells of them. Points are of the score from 0 to 10.
 */
final class Planted {
    /** Works worse and slower than the others. */
    static final String WEAK_PROVIDER = "facilities";

    static final double WEAK_POINTS = -1.4;
    static final double WEAK_PACE = 1.35;

    /** Gives lower scores than the others for the same work. */
    static final String STRICT_RATER = "quality";

    static final double STRICT_POINTS = -1.3;

    /** Two units that serve all others well, but not one the other. */
    static final String BAD_CLIENT = "sales";

    static final String BAD_PROVIDER = "warehouse";
    static final double BAD_PAIR_POINTS = -1.6;
    static final double BAD_PAIR_ASPECTS = -0.9;

    /** Two services of two units that send contracts to and fro. */
    static final Set<String> PING_PONG = Set.of("pro-contract", "leg-contract");

    static final double PING_PONG_SHARE = 0.45;

    /** On time, and disliked. */
    static final String KEPT_AND_POOR = "it-software";

    static final double KEPT_AND_POOR_POINTS = -1.7;
    static final double KEPT_AND_POOR_PACE = 0.55;
    static final double KEPT_AND_POOR_REOPENED = 0.12;

    /** Named contacts for every unit, which helped. */
    static final String ACTION_WORKED = "procurement";

    static final double ACTION_POINTS = 1.1;
    static final double ACTION_PACE = 0.7;

    /** A new form, which changed nothing. */
    static final String ACTION_FAILED = "hr";

    private Planted() {}

    /** The points that are added to a client's score. */
    static double points(
            String client,
            String provider,
            @Nullable String service,
            LocalDate day,
            Timetable times) {
        double points = 0;
        if (provider.equals(WEAK_PROVIDER)) {
            points += WEAK_POINTS;
        }
        if (client.equals(STRICT_RATER)) {
            points += STRICT_POINTS;
        }
        if (badPair(client, provider)) {
            points += BAD_PAIR_POINTS;
        }
        if (KEPT_AND_POOR.equals(service)) {
            points += KEPT_AND_POOR_POINTS;
        }
        if (acted(provider, day, times)) {
            points += ACTION_POINTS;
        }
        return points;
    }

    /** By which the time is multiplied that the work takes. */
    static double pace(String provider, @Nullable String service, LocalDate day, Timetable times) {
        double pace = provider.equals(WEAK_PROVIDER) ? WEAK_PACE : 1;
        if (KEPT_AND_POOR.equals(service)) {
            pace *= KEPT_AND_POOR_PACE;
        }
        return acted(provider, day, times) ? pace * ACTION_PACE : pace;
    }

    static boolean badPair(String client, String provider) {
        return client.equals(BAD_CLIENT) && provider.equals(BAD_PROVIDER);
    }

    /** The other unit of the ping-pong pair. */
    static String opposite(String unit) {
        return unit.equals("procurement") ? "legal" : "procurement";
    }

    private static boolean acted(String provider, LocalDate day, Timetable times) {
        return provider.equals(ACTION_WORKED) && !day.isBefore(times.worked());
    }
}
