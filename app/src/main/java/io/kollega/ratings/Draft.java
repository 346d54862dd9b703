package io.kollega.ratings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A rating as it was sent, by a form or by a program: texts that may be anything. An empty text is
 * one that was left out.
 */
record Draft(
        @Nullable String score,
        @Nullable String ease,
        @Nullable String solved,
        Map<String, @Nullable String> aspects,
        List<String> reasons,
        @Nullable String comment) {

    /** What is wrong with a draft. */
    enum Fault {
        SCORE_MISSING("score is missing: give a whole number from 0 to 10."),
        SCORE("score must be a whole number from 0 to 10."),
        EASE("ease must be easy, rather-easy, rather-hard or hard."),
        SOLVED("solved must be yes, partly or no."),
        ASPECT(
                "aspects must be whole numbers from 1 to 5: speed, result, tone, availability from"
                        + " the client; clarity, completeness, manners from the provider."),
        REASON("reasons must be of those offered for the score."),
        COMMENT("comment must not be longer than " + Rating.LONGEST_COMMENT + " characters."),
        NOTHING("Nothing is rated: give at least one of clarity, completeness and manners.");

        private final String sentence;

        Fault(String sentence) {
            this.sentence = sentence;
        }

        /** What to do, for a program. */
        String sentence() {
            return sentence;
        }

        String slug() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** What reading a draft gave. */
    sealed interface Reading {
        record Fit(Rating rating) implements Reading {}

        record Unfit(Set<Fault> faults) implements Reading {}
    }

    static Draft empty() {
        return new Draft(null, null, null, Map.of(), List.of(), null);
    }

    /** A draft that says what a rating says, to fill in a form. */
    static Draft of(@Nullable Rating rating) {
        if (rating == null) {
            return empty();
        }
        Map<String, @Nullable String> aspects = new java.util.HashMap<>();
        rating.aspects().forEach((aspect, value) -> aspects.put(aspect.slug(), value.toString()));
        return new Draft(
                rating.score() == null ? null : rating.score().toString(),
                rating.ease() == null ? null : rating.ease().slug(),
                rating.solved() == null ? null : rating.solved().slug(),
                aspects,
                rating.reasons().stream().map(Reason::slug).toList(),
                rating.comment());
    }

    Reading read(Side side) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        Integer points = number(score, 0, 10, Fault.SCORE, faults);
        if (side == Side.CLIENT && text(score).isEmpty()) {
            faults.add(Fault.SCORE_MISSING);
        }
        Ease howEasy = choice(ease, Ease::named, Fault.EASE, faults);
        Solved whether = choice(solved, Solved::named, Fault.SOLVED, faults);
        Map<Aspect, Integer> parts = aspects(side, faults);
        List<Reason> why = reasons(points, faults);
        String words = text(comment);
        if (words.length() > Rating.LONGEST_COMMENT) {
            faults.add(Fault.COMMENT);
        }
        if (side == Side.PROVIDER && points == null && parts.isEmpty() && faults.isEmpty()) {
            faults.add(Fault.NOTHING);
        }
        if (!faults.isEmpty()) {
            return new Reading.Unfit(faults);
        }
        return new Reading.Fit(
                side == Side.CLIENT
                        ? new Rating(side, points, howEasy, whether, parts, why, words)
                        : new Rating(side, points, null, null, parts, List.of(), words));
    }

    private Map<Aspect, Integer> aspects(Side side, Set<Fault> faults) {
        Map<Aspect, Integer> read = new EnumMap<>(Aspect.class);
        aspects.forEach((name, text) -> {
            Aspect aspect = found(Aspect.named(side, name), Fault.ASPECT, faults);
            Integer value = number(text, 1, 5, Fault.ASPECT, faults);
            if (aspect != null && value != null) {
                read.put(aspect, value);
            }
        });
        return read;
    }

    /** Reasons of another score are left out: a form keeps those that were chosen before. */
    private List<Reason> reasons(@Nullable Integer points, Set<Fault> faults) {
        List<Reason> read = new ArrayList<>();
        for (String name : reasons) {
            Reason reason = found(Reason.named(name), Fault.REASON, faults);
            if (reason != null && points != null && reason.band() == Reason.Band.of(points)) {
                read.add(reason);
            }
        }
        return read;
    }

    private static @Nullable Integer number(
            @Nullable String given, int lowest, int highest, Fault fault, Set<Fault> faults) {
        String digits = text(given);
        if (digits.isEmpty()) {
            return null;
        }
        if (digits.matches("\\d{1,2}")) {
            int value = Integer.parseInt(digits);
            if (value >= lowest && value <= highest) {
                return value;
            }
        }
        faults.add(fault);
        return null;
    }

    private static <T> @Nullable T choice(
            @Nullable String given,
            Function<String, Optional<T>> named,
            Fault fault,
            Set<Fault> faults) {
        String name = text(given);
        return name.isEmpty() ? null : found(named.apply(name), fault, faults);
    }

    private static <T> @Nullable T found(Optional<T> named, Fault fault, Set<Fault> faults) {
        if (named.isEmpty()) {
            faults.add(fault);
        }
        return named.orElse(null);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
