package io.kollega.insights;

import io.kollega.organization.Organization;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together the page of one unit. */
@Component
final class UnitViews {
    private static final List<Measure> SHARES =
            List.of(Measure.EASE, Measure.SOLVED, Measure.ON_TIME, Measure.RESPONSE_ON_TIME);
    private static final List<Measure> OF_WORK =
            List.of(Measure.SPEED, Measure.RESULT, Measure.TONE, Measure.AVAILABILITY);
    private static final List<Measure> OF_REQUESTS =
            List.of(Measure.CLARITY, Measure.COMPLETENESS, Measure.MANNERS);

    private final Publications publications;
    private final PairViews pairs;
    private final Organization organization;

    UnitViews(Publications publications, PairViews pairs, Organization organization) {
        this.publications = publications;
        this.pairs = pairs;
        this.organization = organization;
    }

    /** Empty if there is no such unit. */
    Optional<UnitView> of(UnitId id, int months) {
        Map<UnitId, Unit> units = organization.everyUnit();
        return Optional.ofNullable(units.get(id))
                .map(unit -> {
                    Period period =
                            MatrixQuery.latest(months, YearMonth.from(organization.today()));
                    return new UnitView(
                            id.value(),
                            unit.name(),
                            months,
                            publications.closedMonthsOnly(),
                            side(
                                    new Subject.Provider(id),
                                    OF_WORK,
                                    period,
                                    units,
                                    other -> new Pair(other, id)),
                            side(
                                    new Subject.Client(id),
                                    OF_REQUESTS,
                                    period,
                                    units,
                                    other -> new Pair(id, other)));
                });
    }

    private UnitView.Side side(
            Subject subject,
            List<Measure> aspects,
            Period period,
            Map<UnitId, Unit> units,
            Function<UnitId, Pair> pair) {
        UnitMatrix net = publications.matrix(Measure.NPS, period);
        Double company = net.company() instanceof Figure.Published shown ? shown.value() : null;
        return new UnitView.Side(
                net.figure(subject),
                company,
                TrendChart.of(
                        Measure.NPS,
                        publications.series(Measure.NPS, subject, Period.ALL),
                        company),
                pairs.lines(subject, period, SHARES),
                pairs.lines(subject, period, aspects),
                counterparts(net, period, units, pair));
    }

    private List<UnitView.Counterpart> counterparts(
            UnitMatrix net, Period period, Map<UnitId, Unit> units, Function<UnitId, Pair> pair) {
        UnitMatrix ease = publications.matrix(Measure.EASE, period);
        UnitMatrix onTime = publications.matrix(Measure.ON_TIME, period);
        List<UnitView.Counterpart> found = new ArrayList<>();
        for (Unit unit : units.values()) {
            Pair both = pair.apply(unit.id());
            Figure netFigure = figure(net, both);
            Figure easeFigure = figure(ease, both);
            Figure onTimeFigure = figure(onTime, both);
            if (netFigure != null || easeFigure != null || onTimeFigure != null) {
                found.add(
                        new UnitView.Counterpart(
                                unit.id().value(),
                                unit.name(),
                                netFigure,
                                easeFigure,
                                onTimeFigure,
                                both.client().value(),
                                both.provider().value()));
            }
        }
        return found;
    }

    private static @Nullable Figure figure(UnitMatrix matrix, Pair pair) {
        return matrix.cell(pair.client(), pair.provider())
                .map(UnitMatrix.Cell::figure)
                .orElse(null);
    }
}
