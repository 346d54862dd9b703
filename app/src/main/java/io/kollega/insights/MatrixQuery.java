package io.kollega.insights;

import io.kollega.organization.UnitId;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of the matrix has chosen; kept in the address. What is not understood is as if it
 * were not there.
 *
 * @param months how many of the latest months; 0 for all that is recorded
 * @param top how many units, the busiest first
 * @param within only units below this one; null for all
 * @param then whether units are shown as they were, rather than merged ones with their heirs
 * @param opened the cell that is opened; null if none
 */
record MatrixQuery(
        Measure measure,
        boolean fair,
        int months,
        int top,
        @Nullable UnitId within,
        boolean then,
        @Nullable Pair opened) {
    static final int[] MONTHS = {3, 6, 12, 0};
    static final int[] TOPS = {12, 24, 40};

    private static final int USUAL_MONTHS = 12;
    private static final int USUAL_TOP = 24;

    static MatrixQuery of(Map<String, String> parameters) {
        return new MatrixQuery(
                Measure.named(parameters.getOrDefault("measure", ""))
                        .filter(measure -> measure.inMatrix())
                        .orElse(Measure.NPS),
                parameters.getOrDefault("view", "").equals("fair"),
                months(parameters.get("months")),
                oneOf(TOPS, parameters.get("top"), USUAL_TOP),
                unit(parameters.get("within")).orElse(null),
                then(parameters),
                opened(parameters).orElse(null));
    }

    /** Whether units are wanted as they were. */
    static boolean then(Map<String, String> parameters) {
        return parameters.getOrDefault("structure", "").equals("then");
    }

    /** As {@code cell=4-5}, which is short, or spelt out as {@code client=4&provider=5}. */
    private static Optional<Pair> opened(Map<String, String> parameters) {
        String[] cell = parameters.getOrDefault("cell", "").split("-", 2);
        boolean spelt = cell.length < 2;
        Optional<UnitId> client = unit(spelt ? parameters.get("client") : cell[0]);
        Optional<UnitId> provider = unit(spelt ? parameters.get("provider") : cell[1]);
        return client.isPresent() && provider.isPresent()
                ? Optional.of(new Pair(client.get(), provider.get()))
                : Optional.empty();
    }

    private static Optional<UnitId> unit(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}")
                ? Optional.of(new UnitId(Long.parseLong(text)))
                : Optional.empty();
    }

    private static int oneOf(int[] allowed, @Nullable String text, int usual) {
        for (int one : allowed) {
            if (Integer.toString(one).equals(text)) {
                return one;
            }
        }
        return usual;
    }

    Period period(YearMonth now) {
        return latest(months, now);
    }

    /** The latest months, this one included; 0 for all that is recorded. */
    static Period latest(int months, YearMonth now) {
        return months == 0 ? Period.ALL : new Period(now.minusMonths(months - 1L), null);
    }

    /** How many months a reader asks for. */
    static int months(@Nullable String text) {
        return oneOf(MONTHS, text, USUAL_MONTHS);
    }

    MatrixQuery with(Measure other) {
        return new MatrixQuery(other, fair, months, top, within, then, opened);
    }

    MatrixQuery fair(boolean allow) {
        return new MatrixQuery(measure, allow, months, top, within, then, opened);
    }

    MatrixQuery months(int latest) {
        return new MatrixQuery(measure, fair, latest, top, within, then, opened);
    }

    MatrixQuery then(boolean asItWas) {
        return new MatrixQuery(measure, fair, months, top, within, asItWas, opened);
    }

    MatrixQuery open(@Nullable Pair pair) {
        return new MatrixQuery(measure, fair, months, top, within, then, pair);
    }

    /** The address without what is usual: the grid holds hundreds of them. */
    String href() {
        return "/figures/matrix" + parameters();
    }

    /** What follows the path, with its question mark; empty if all is usual. */
    String parameters() {
        Map<String, String> given = new LinkedHashMap<>();
        if (measure != Measure.NPS) {
            given.put("measure", measure.slug());
        }
        if (fair) {
            given.put("view", "fair");
        }
        if (months != USUAL_MONTHS) {
            given.put("months", Integer.toString(months));
        }
        if (top != USUAL_TOP) {
            given.put("top", Integer.toString(top));
        }
        if (within != null) {
            given.put("within", Long.toString(within.value()));
        }
        if (then) {
            given.put("structure", "then");
        }
        if (opened != null) {
            given.put("cell", opened.client().value() + "-" + opened.provider().value());
        }
        return given.isEmpty()
                ? ""
                : given.entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("&", "?", ""));
    }
}
