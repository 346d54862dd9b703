package io.kollega.insights;

import io.kollega.organization.Organization;
import io.kollega.organization.Succession;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import io.kollega.organization.UnitsToday;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    Optional<UnitView> of(UnitId id, int months, boolean then) {
        UnitsToday today = organization.unitsToday();
        Map<UnitId, Unit> units = today.ever();
        return Optional.ofNullable(units.get(id))
                .map(unit -> {
                    Period period =
                            MatrixQuery.latest(months, YearMonth.from(organization.today()));
                    Publications.Edition edition = publications.edition(structure(today, id, then));
                    return new UnitView(
                            id.value(),
                            unit.name(),
                            months,
                            then,
                            origin(today, id),
                            edition.moved(Measure.NPS),
                            side(
                                    edition,
                                    new Subject.Provider(id),
                                    OF_WORK,
                                    period,
                                    units,
                                    other -> new Pair(other, id)),
                            side(
                                    edition,
                                    new Subject.Client(id),
                                    OF_REQUESTS,
                                    period,
                                    units,
                                    other -> new Pair(id, other)));
                });
    }

    /** What has gone on as another unit has figures of its own only as things were. */
    static Structure structure(UnitsToday units, UnitId unit, boolean then) {
        return Structure.of(units, then || units.heirs().containsKey(unit));
    }

    private static UnitView.Origin origin(UnitsToday units, UnitId id) {
        Succession after = units.successions().get(id);
        return new UnitView.Origin(
                after == null ? null : after.on(),
                named(units, after == null ? Set.of() : after.successors()),
                units.predecessors(id).entrySet().stream()
                        .map(one ->
                                new UnitView.Former(
                                        one.getKey().value(),
                                        MatrixViews.name(units.ever(), one.getKey()),
                                        one.getValue().on(),
                                        one.getValue().successors().size() == 1))
                        .sorted(Comparator.comparing(UnitView.Former::until).reversed())
                        .toList());
    }

    private static List<UnitView.Other> named(UnitsToday units, Set<UnitId> some) {
        return units.ever().values().stream()
                .filter(unit -> some.contains(unit.id()))
                .map(unit -> new UnitView.Other(unit.id().value(), unit.name()))
                .toList();
    }

    private UnitView.Side side(
            Publications.Edition edition,
            Subject subject,
            List<Measure> aspects,
            Period period,
            Map<UnitId, Unit> units,
            Function<UnitId, Pair> pair) {
        UnitMatrix net = edition.matrix(Measure.NPS, period);
        Double company = net.company() instanceof Figure.Published shown ? shown.value() : null;
        return new UnitView.Side(
                net.figure(subject),
                company,
                TrendChart.of(
                        Measure.NPS, edition.series(Measure.NPS, subject, Period.ALL), company),
                pairs.lines(edition, subject, period, SHARES),
                pairs.lines(edition, subject, period, aspects),
                counterparts(edition, net, period, units, pair));
    }

    private List<UnitView.Counterpart> counterparts(
            Publications.Edition edition,
            UnitMatrix net,
            Period period,
            Map<UnitId, Unit> units,
            Function<UnitId, Pair> pair) {
        UnitMatrix ease = edition.matrix(Measure.EASE, period);
        UnitMatrix onTime = edition.matrix(Measure.ON_TIME, period);
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
