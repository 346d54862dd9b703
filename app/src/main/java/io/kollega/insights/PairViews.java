package io.kollega.insights;

import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts together what is said of one pair of units. */
@Component
final class PairViews {
    PairView of(
            Publications.Edition edition,
            MatrixQuery query,
            Pair pair,
            Period period,
            Map<UnitId, Unit> units) {
        UnitMatrix matrix = edition.matrix(query.measure(), period);
        UnitMatrix.Cell cell = matrix.cell(pair.client(), pair.provider()).orElse(null);
        Double company = matrix.company() instanceof Figure.Published shown ? shown.value() : null;
        Subject subject = new Subject.Between(pair.client(), pair.provider());
        return new PairView(
                query.measure(),
                MatrixViews.name(units, pair.client()),
                MatrixViews.name(units, pair.provider()),
                pair.client().value(),
                pair.provider().value(),
                cell,
                matrix.fair(pair.client(), pair.provider()).orElse(null),
                query.fair(),
                company,
                TrendChart.of(
                        query.measure(),
                        edition.series(query.measure(), subject, Period.ALL),
                        company),
                lines(
                        edition,
                        subject,
                        period,
                        without(
                                query.measure(),
                                Measure.NPS,
                                Measure.EASE,
                                Measure.SOLVED,
                                Measure.ON_TIME,
                                Measure.RESPONSE_ON_TIME)),
                lines(
                        edition,
                        subject,
                        period,
                        List.of(Measure.SPEED, Measure.RESULT, Measure.TONE, Measure.AVAILABILITY)),
                lines(
                        edition,
                        subject,
                        period,
                        List.of(Measure.CLARITY, Measure.COMPLETENESS, Measure.MANNERS)),
                query.open(null).href());
    }

    /** Those measures of a subject that may be shown. */
    List<PairView.Line> lines(
            Publications.Edition edition, Subject subject, Period period, List<Measure> measures) {
        List<PairView.Line> lines = new ArrayList<>();
        for (Measure measure : measures) {
            if (edition.figure(measure, subject, period) instanceof Figure.Published shown) {
                lines.add(new PairView.Line(measure, shown));
            }
        }
        return lines;
    }

    private static List<Measure> without(Measure one, Measure... all) {
        return java.util.Arrays.stream(all).filter(measure -> measure != one).toList();
    }
}
