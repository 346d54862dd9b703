package io.kollega.insights;

import io.kollega.organization.Name;
import io.kollega.organization.UnitId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The matrix of units as a page: a grid of the busiest units, the same units as a list for narrow
 * screens, and the cell that is opened.
 *
 * @param units those in rows and columns
 * @param hiddenUnits how many units there are besides
 * @param moved when something was last taken in; null if nothing ever was
 * @param merged whether there are units that were merged into others
 * @param groups units that have units below them, to narrow the choice
 */
record MatrixView(
        MatrixQuery query,
        List<Column> columns,
        List<Row> rows,
        List<Row> list,
        Figure company,
        @Nullable Double level,
        int hiddenUnits,
        @Nullable Instant moved,
        List<Choice> groups,
        boolean merged,
        @Nullable PairView opened) {
    static final int BAR = 38;

    /** A unit that serves, with what all say of it. */
    record Column(UnitId unit, Name name, Square total) {}

    /** A unit that asks, with what it says of all. */
    record Row(UnitId unit, Name name, List<Square> squares, Square total) {}

    /** A unit to choose. */
    record Choice(UnitId unit, Name name, boolean chosen) {}

    /** One square of the grid. */
    sealed interface Square {
        /** Nobody of the one has asked the other. */
        record Empty() implements Square {}

        /** A unit and itself, without requests of its own. */
        record Hidden(String why) implements Square {}

        /**
         * A figure.
         *
         * @param href where the cell is opened; null for a total
         * @param from where its interval begins on a bar {@link #BAR} wide
         * @param to where it ends
         */
        record Shown(
                double value,
                Figure.Precision precision,
                String tone,
                Figure.Flag flag,
                int from,
                int to,
                Figure.Published figure,
                @Nullable String href,
                boolean opened)
                implements Square {}
    }

    boolean none() {
        return rows.isEmpty();
    }

    /** Where the company lies on a bar. */
    int tick() {
        return level == null ? 0 : Gauge.of(query.measure()).place(level, BAR);
    }
}
