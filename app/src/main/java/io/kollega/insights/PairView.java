package io.kollega.insights;

import io.kollega.organization.Name;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cell of the matrix, opened.
 *
 * @param cell null if there are no answers
 * @param fair null where it can't be told
 * @param allowing whether the reader wants the fair figure first
 * @param closing where to go to close it
 * @param aspects what clients say of the work, by measure
 * @param shares how easy, solved, in time
 * @param ofClient what the provider says of the requests
 */
record PairView(
        Measure measure,
        Name client,
        Name provider,
        long clientId,
        long providerId,
        UnitMatrix.@Nullable Cell cell,
        Fairness.@Nullable Fair fair,
        boolean allowing,
        @Nullable Double company,
        TrendChart trend,
        List<Line> shares,
        List<Line> aspects,
        List<Line> ofClient,
        String closing) {

    /** One measure of the same pair. */
    record Line(Measure measure, Figure.Published figure) {}

    /** The fair figure, if it is what the reader wants first and it can be told. */
    Fairness.@Nullable Fair allowed() {
        return allowing ? fair : null;
    }

    Figure.@Nullable Published published() {
        return Optional.ofNullable(cell)
                .map(UnitMatrix.Cell::figure)
                .filter(Figure.Published.class::isInstance)
                .map(Figure.Published.class::cast)
                .orElse(null);
    }
}
