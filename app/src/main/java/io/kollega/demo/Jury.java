package io.kollega.demo;

import io.kollega.ratings.Aspect;
import io.kollega.ratings.Ease;
import io.kollega.ratings.Reason;
import io.kollega.ratings.Solved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets both sides judge. A score is a sum: what is usual, how good the unit, the specialist and the
 * service are, how severe the client and the client's unit, what is {@link Planted}, how the
 * request went, and chance; rounded and cut to 0 to 10.
 */
final class Jury {
    static final double USUAL = 8.6;

    private static final double UNIT_SPREAD = 0.3;
    private static final double NOISE = 1.2;
    private static final double LATE = -1.5;
    private static final double HANDED_OVER = -0.5;
    private static final double REOPENED = -0.9;

    private static final List<Reason> LOW =
            List.of(Reason.TOO_FORMAL, Reason.HARD_TO_REACH, Reason.UNFRIENDLY);
    private static final List<Reason> MIDDLE =
            List.of(
                    Reason.COULD_BE_FASTER,
                    Reason.COULD_BE_CLEARER,
                    Reason.COULD_BE_SIMPLER,
                    Reason.COULD_KEEP_INFORMED);
    private static final List<Reason> HIGH =
            List.of(
                    Reason.FAST,
                    Reason.CLEAR,
                    Reason.FRIENDLY,
                    Reason.KEPT_INFORMED,
                    Reason.MORE_THAN_ASKED);

    private final Company company;
    private final Map<String, List<String>> comments;
    private final Map<String, Double> quality = new HashMap<>();
    private final Map<String, Double> severity = new HashMap<>();
    private final Map<String, Double> manners = new HashMap<>();

    Jury(Company company, Chance chance) {
        this.company = company;
        this.comments = company.scenery().phrases().sheet("comments").lists();
        List<UnitPlan> units = new ArrayList<>(company.scenery().units());
        units.add(company.scenery().former());
        for (UnitPlan unit : units) {
            boolean weak = unit.code().equals(Planted.WEAK_PROVIDER);
            double drawn = Math.clamp(chance.normal(0, UNIT_SPREAD), -0.4, 0.6);
            quality.put(unit.code(), weak ? 0 : drawn);
            boolean strict = unit.code().equals(Planted.STRICT_RATER);
            double severe = Math.clamp(chance.normal(0, 0.15), -0.3, 0.3);
            severity.put(unit.code(), strict ? 0 : severe);
            manners.put(unit.code(), chance.normal(0, 0.25));
        }
    }

    /** What was said until the history ends; null if nothing was, and nothing can be any more. */
    @Nullable Verdict on(Story story, String subject, Chance chance) {
        Instant solved = story.solved();
        Instant end = company.times().end();
        if (solved == null || !solved.isBefore(end)) {
            return null;
        }
        Instant closes = company.times().closes(solved);
        Instant clients = given(solved, chance.around(4 * 3600, 1.1));
        Instant providers = given(solved, chance.around(3600, 1.2));
        boolean clientRates = chance.happens(clientShare(story)) && clients.isBefore(closes);
        boolean providerRates =
                chance.happens(clientRates ? 0.75 : 0.12) && providers.isBefore(closes);
        double latent = latent(story);
        double felt = latent + chance.normal(0, NOISE);
        boolean clientRated = clientRates && clients.isBefore(end);
        boolean providerRated = providerRates && providers.isBefore(end);
        Instant opens =
                clientRated && providerRated
                        ? clients.isAfter(providers) ? clients : providers
                        : closes;
        if (!clientRated && !providerRated && opens.isBefore(end)) {
            return null;
        }
        Map<Aspect, Integer> ofClient = providerRated ? ofClient(story, chance) : Map.of();
        if (!clientRated) {
            return new Verdict(
                    story, subject, solved, opens, null, null, null, Map.of(), List.of(), "",
                    ofClient);
        }
        int score = Math.clamp(Math.round(felt), 0, 10);
        return new Verdict(
                story,
                subject,
                solved,
                opens,
                score,
                chance.happens(0.85) ? ease(felt - 0.6 * story.handovers(), chance) : null,
                chance.happens(0.85) ? got(story, felt, chance) : null,
                chance.happens(0.6) ? aspects(story, felt, chance) : Map.of(),
                reasons(story, score, chance),
                comment(story, score, chance),
                ofClient);
    }

    private Instant given(Instant solved, double seconds) {
        return company.times().hours().due(solved, Math.max(60, Math.round(seconds)), List.of());
    }

    private static double clientShare(Story story) {
        return story.client.rating() + (story.reopened() > 0 ? 0.15 : 0.02);
    }

    private double latent(Story story) {
        String service = story.service == null ? null : story.service.code();
        double ratio = story.ratio();
        double course = ratio > 1 ? LATE - 0.6 * Math.min(ratio - 1, 2) : 0.5 * (0.5 - ratio);
        return USUAL
                + of(quality, story.unit)
                + story.specialist.skill()
                - story.client.severity()
                - of(severity, story.clientUnit)
                + Planted.points(
                        story.clientUnit,
                        story.unit,
                        service,
                        company.times().day(story.submitted()),
                        company.times())
                + course
                + HANDED_OVER * Math.min(story.handovers(), 3)
                + REOPENED * Math.min(story.reopened(), 2);
    }

    private static double of(Map<String, Double> points, String unit) {
        return points.getOrDefault(unit, 0.0);
    }

    private static Ease ease(double felt, Chance chance) {
        double easy = felt + chance.normal(0, 1);
        return easy >= 8.3
                ? Ease.EASY
                : easy >= 6.6 ? Ease.RATHER_EASY : easy >= 4.8 ? Ease.RATHER_HARD : Ease.HARD;
    }

    private static Solved got(Story story, double felt, Chance chance) {
        double done = felt - 0.5 * story.reopened() + chance.normal(0, 1);
        return done >= 6.5 ? Solved.YES : done >= 4.5 ? Solved.PARTLY : Solved.NO;
    }

    private static Map<Aspect, Integer> aspects(Story story, double felt, Chance chance) {
        double base = 4.3 + 0.35 * (felt - USUAL);
        double pace = story.ratio() > 1 ? -1.1 : 0.6 * (0.5 - story.ratio());
        boolean poor = story.service != null && story.service.code().equals(Planted.KEPT_AND_POOR);
        Map<Aspect, Integer> aspects = new EnumMap<>(Aspect.class);
        aspects.put(Aspect.SPEED, five(base + pace + (poor ? 0.7 : 0), chance));
        aspects.put(
                Aspect.RESULT,
                five(base - 0.6 * story.reopened() - (poor ? 0.4 : 0) + 0.1, chance));
        aspects.put(Aspect.TONE, five(base + 0.3, chance));
        if (chance.happens(0.8)) {
            aspects.put(Aspect.AVAILABILITY, five(base - 0.25 * story.handovers(), chance));
        }
        return aspects;
    }

    private Map<Aspect, Integer> ofClient(Story story, Chance chance) {
        double base = 4.2 + of(manners, story.clientUnit);
        if (Planted.badPair(story.clientUnit, story.unit)) {
            base += Planted.BAD_PAIR_ASPECTS;
        }
        Map<Aspect, Integer> aspects = new EnumMap<>(Aspect.class);
        aspects.put(Aspect.CLARITY, five(base - 0.5 * story.asked(), chance));
        aspects.put(Aspect.COMPLETENESS, five(base - 0.2 - 0.8 * story.asked(), chance));
        aspects.put(Aspect.MANNERS, five(base + 0.35, chance));
        return aspects;
    }

    private static int five(double mean, Chance chance) {
        return Math.clamp(Math.round(chance.normal(mean, 0.6)), 1, 5);
    }

    private static List<Reason> reasons(Story story, int score, Chance chance) {
        if (!chance.happens(score <= 6 ? 0.7 : 0.45)) {
            return List.of();
        }
        if (score >= 9) {
            return List.of(chance.of(HIGH));
        }
        if (score >= 7) {
            return List.of(chance.of(MIDDLE));
        }
        List<Reason> reasons = new ArrayList<>();
        if (story.ratio() > 1) {
            reasons.add(Reason.SLOW);
        }
        if (story.handovers() > 0) {
            reasons.add(Reason.SENT_AROUND);
        }
        if (story.reopened() > 0) {
            reasons.add(Reason.WRONG_RESULT);
        }
        if (reasons.isEmpty()) {
            reasons.add(chance.of(LOW));
        }
        return reasons;
    }

    private String comment(Story story, int score, Chance chance) {
        if (!chance.happens(score <= 6 ? 0.35 : 0.1)) {
            return "";
        }
        String kind =
                score >= 9
                        ? "high"
                        : score >= 7
                                ? "middle"
                                : story.handovers() > 1
                                        ? "around"
                                        : story.ratio() > 1 ? "slow" : "poor";
        return story.wording().of(comments.getOrDefault(kind, List.of("")), story.client);
    }
}
