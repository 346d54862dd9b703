package io.kollega.insights;

import io.kollega.insights.MatrixView.Square;
import io.kollega.organization.Name;
import io.kollega.organization.Organization;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import io.kollega.organization.UnitsToday;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kollega.measurement.disclosure.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out the matrix of units as a page. */
@Component
final class MatrixViews {
    private final Publications publications;
    private final PairViews pairs;
    private final Organization organization;

    MatrixViews(Publications publications, PairViews pairs, Organization organization) {
        this.publications = publications;
        this.pairs = pairs;
        this.organization = organization;
    }

    MatrixView of(MatrixQuery query) {
        Period period = query.period(YearMonth.from(organization.today()));
        UnitsToday today = organization.unitsToday();
        Map<UnitId, Unit> units = today.ever();
        Structure structure = Structure.of(today, query.then());
        Publications.Edition edition = publications.edition(structure);
        UnitMatrix matrix = edition.matrix(query.measure(), period);
        List<Unit> all =
                units.values().stream()
                        .filter(unit -> matrix.units().contains(unit.id()))
                        .filter(unit ->
                                query.within() == null || below(units, unit, query.within()))
                        .toList();
        Set<UnitId> busiest = busiest(matrix, all, query.top());
        List<Unit> chosen = all.stream().filter(unit -> busiest.contains(unit.id())).toList();
        Double company = matrix.company() instanceof Figure.Published shown ? shown.value() : null;
        Double level = query.fair() ? matrix.fairLevel().orElse(company) : company;
        Painter painter = new Painter(query, matrix, level, company);
        return new MatrixView(
                query,
                chosen.stream()
                        .filter(unit -> matrix.asProvider(unit.id()).isPresent())
                        .map(unit ->
                                new MatrixView.Column(
                                        unit.id(),
                                        unit.name(),
                                        painter.total(matrix.asProvider(unit.id()))))
                        .toList(),
                rows(chosen, matrix, painter),
                list(chosen, matrix, painter),
                matrix.company(),
                level,
                all.size() - chosen.size(),
                edition.moved(query.measure()),
                groups(units, query.within()),
                !today.heirs().isEmpty(),
                query.opened() == null
                        ? null
                        : pairs.of(edition, query, structure.of(query.opened()), period, units));
    }

    private static List<MatrixView.Row> rows(
            List<Unit> chosen, UnitMatrix matrix, Painter painter) {
        List<UnitId> providers =
                chosen.stream()
                        .map(Unit::id)
                        .filter(unit -> matrix.asProvider(unit).isPresent())
                        .toList();
        return chosen.stream()
                .filter(unit -> matrix.asClient(unit.id()).isPresent())
                .map(unit ->
                        new MatrixView.Row(
                                unit.id(),
                                unit.name(),
                                providers.stream()
                                        .map(other -> painter.cell(new Pair(unit.id(), other)))
                                        .toList(),
                                painter.total(matrix.asClient(unit.id()))))
                .toList();
    }

    /** Who serves how. */
    private static List<MatrixView.Row> list(
            List<Unit> chosen, UnitMatrix matrix, Painter painter) {
        return chosen.stream()
                .filter(unit -> matrix.asProvider(unit.id()).isPresent())
                .map(unit ->
                        new MatrixView.Row(
                                unit.id(),
                                unit.name(),
                                List.of(),
                                painter.total(matrix.asProvider(unit.id()))))
                .toList();
    }

    private static Set<UnitId> busiest(UnitMatrix matrix, List<Unit> units, int most) {
        return new HashSet<>(
                units.stream()
                        .sorted(
                                Comparator.<Unit>comparingLong(unit ->
                                                -answers(matrix.asClient(unit.id()))
                                                        - answers(matrix.asProvider(unit.id())))
                                        .thenComparing(Unit::id))
                        .limit(most)
                        .map(Unit::id)
                        .toList());
    }

    private static long answers(Optional<Figure> figure) {
        return figure.orElse(null) instanceof Figure.Published shown ? shown.n() : 0;
    }

    private static List<MatrixView.Choice> groups(
            Map<UnitId, Unit> units, @Nullable UnitId within) {
        Set<UnitId> parents = new HashSet<>();
        units.values().forEach(unit -> Optional.ofNullable(unit.parent()).ifPresent(parents::add));
        return units.values().stream()
                .filter(unit -> parents.contains(unit.id()) && unit.parent() != null)
                .map(unit ->
                        new MatrixView.Choice(unit.id(), unit.name(), unit.id().equals(within)))
                .toList();
    }

    private static boolean below(Map<UnitId, Unit> units, Unit unit, UnitId ancestor) {
        Set<UnitId> seen = new HashSet<>();
        for (Unit at = unit; at != null && seen.add(at.id()); ) {
            if (at.id().equals(ancestor)) {
                return true;
            }
            at = at.parent() == null ? null : units.get(at.parent());
        }
        return false;
    }

    /** Makes squares of figures. */
    private record Painter(
            MatrixQuery query,
            UnitMatrix matrix,
            @Nullable Double level,
            @Nullable Double company) {

        Square cell(Pair pair) {
            Figure figure =
                    matrix.cell(pair.client(), pair.provider())
                            .map(UnitMatrix.Cell::figure)
                            .orElse(null);
            return switch (figure) {
                case null -> new Square.Empty();
                case Figure.Withheld(var reason) -> new Square.Hidden(why(reason));
                case Figure.Published shown -> {
                    Optional<Fairness.Fair> fair =
                            query.fair()
                                    ? matrix.fair(pair.client(), pair.provider())
                                    : Optional.empty();
                    String href = query.open(pair).parameters();
                    boolean opened = pair.equals(query.opened());
                    yield fair.isPresent()
                            ? shown(
                                    level,
                                    fair.get().value(),
                                    fair.get().low(),
                                    fair.get().high(),
                                    fair.get().flag(),
                                    Figure.Precision.USUAL,
                                    shown,
                                    href,
                                    opened)
                            : shown(shown, href, opened);
                }
            };
        }

        Square total(Optional<Figure> figure) {
            return switch (figure.orElse(null)) {
                case null -> new Square.Empty();
                case Figure.Withheld(var reason) -> new Square.Hidden(why(reason));
                case Figure.Published shown -> shown(shown, null, false);
            };
        }

        private Square shown(Figure.Published figure, @Nullable String href, boolean opened) {
            Figure.Comparison comparison = figure.comparison();
            return shown(
                    company,
                    figure.value(),
                    figure.low(),
                    figure.high(),
                    comparison == null ? Figure.Flag.NONE : comparison.flag(),
                    figure.precision(),
                    figure,
                    href,
                    opened);
        }

        private Square shown(
                @Nullable Double level,
                double value,
                double low,
                double high,
                Figure.Flag flag,
                Figure.Precision precision,
                Figure.Published figure,
                @Nullable String href,
                boolean opened) {
            Gauge gauge = Gauge.of(query.measure());
            return new Square.Shown(
                    value,
                    precision,
                    level == null ? "m" : gauge.tone(value, level),
                    flag,
                    gauge.place(low, MatrixView.BAR),
                    gauge.place(high, MatrixView.BAR),
                    figure,
                    href,
                    opened);
        }

        private static String why(Reason reason) {
            return switch (reason) {
                case Reason.NoAnswers() -> "no-answers";
                case Reason.TooFewRaters _ -> "few";
                case Reason.Dominated _ -> "dominated";
                case Reason.CouldBeWorkedOut _, Reason.CouldBeNarrowedDown _ -> "derivable";
            };
        }
    }

    static Name name(Map<UnitId, Unit> units, UnitId id) {
        Unit unit = units.get(id);
        return unit == null ? Name.of("№ " + id.value()) : Objects.requireNonNull(unit.name());
    }

    static <T> List<T> present(List<Optional<T>> some) {
        List<T> there = new ArrayList<>();
        some.forEach(one -> one.ifPresent(there::add));
        return there;
    }
}
