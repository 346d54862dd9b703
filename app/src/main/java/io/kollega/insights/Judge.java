package io.kollega.insights;

import io.kollega.organization.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import kollega.measurement.disclosure.MatrixSuppression;
import kollega.measurement.disclosure.RatingMatrix;
import kollega.measurement.disclosure.Verdict;

/**
 * What may be shown of a matrix with its totals. A cell that the period covers in part stands here
 * with the part that stays hidden, as if one person had given it: the totals must not tell it.
 */
sealed interface Judge {
    Verdict cell(Pair pair);

    Verdict client(UnitId unit);

    Verdict provider(UnitId unit);

    Verdict company();

    static Judge of(Map<Pair, Cover> covers) {
        boolean people =
                covers.values().stream()
                        .anyMatch(c -> c.shown().knowsRaters() || c.hidden().knowsRaters());
        return people && !covers.isEmpty() ? OfPeople.of(covers) : new Alone(covers);
    }

    /** Nobody's opinion is in it, so each figure is judged by itself. */
    record Alone(Map<Pair, Cover> covers) implements Judge {
        @Override
        public Verdict cell(Pair pair) {
            Cover cover = Objects.requireNonNull(covers.get(pair));
            return MatrixMaker.RULE.judge(cover.shown().contribution());
        }

        @Override
        public Verdict client(UnitId unit) {
            return Verdict.SHOWN;
        }

        @Override
        public Verdict provider(UnitId unit) {
            return Verdict.SHOWN;
        }

        @Override
        public Verdict company() {
            return Verdict.SHOWN;
        }
    }

    /** People's ratings: what is withheld must not follow from what is shown. */
    record OfPeople(
            MatrixSuppression suppression,
            Map<UnitId, Integer> clients,
            Map<UnitId, Integer> providers)
            implements Judge {
        static OfPeople of(Map<Pair, Cover> covers) {
            Map<UnitId, Integer> clients = new TreeMap<>();
            Map<UnitId, Integer> providers = new TreeMap<>();
            List<RatingMatrix.Cell> cells = new ArrayList<>();
            covers.forEach((pair, cover) -> {
                clients.putIfAbsent(pair.client(), clients.size());
                providers.putIfAbsent(pair.provider(), providers.size());
                cells.add(
                        new RatingMatrix.Cell(
                                clients.getOrDefault(pair.client(), 0),
                                providers.getOrDefault(pair.provider(), 0),
                                cover.whole()
                                        ? cover.shown().raters()
                                        : cover.hidden().asOnePerson()));
            });
            return new OfPeople(
                    MatrixSuppression.cellsFirst(
                            RatingMatrix.of(clients.size(), providers.size(), cells),
                            MatrixMaker.RULE),
                    clients,
                    providers);
        }

        @Override
        public Verdict cell(Pair pair) {
            return suppression.cell(
                    clients.getOrDefault(pair.client(), 0),
                    providers.getOrDefault(pair.provider(), 0));
        }

        @Override
        public Verdict client(UnitId unit) {
            return suppression.rowTotal(clients.getOrDefault(unit, 0));
        }

        @Override
        public Verdict provider(UnitId unit) {
            return suppression.columnTotal(providers.getOrDefault(unit, 0));
        }

        @Override
        public Verdict company() {
            return suppression.total();
        }
    }
}
