package kollega.measurement.few;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;

/**
 * Who rates whom among n units: the social relations model. The mean rating X_ij that unit i gives
 * to unit j, i not j, is taken apart into
 *
 * <pre>
 * X_ij = mean + actor_i + partner_j + relation_ij
 * </pre>
 *
 * <p>actor_i is i's leniency as a rater, partner_j the quality of j's service as all see it, and
 * relation_ij what is special between the two. Sources: Warner, R. M., Kenny, D. A. and Stoto, M.
 * (1979), "A new round robin analysis of variance for social interaction data", Journal of
 * Personality and Social Psychology 37, 1742-1757; Kenny, D. A. and La Voie, L. (1984), "The social
 * relations model", Advances in Experimental Social Psychology 18, 141-182.
 *
 * <p><b>Missing cells.</b> Effects are least squares estimates on the cells that exist, actors and
 * partners each adding up to 0; variances are estimated without bias by equating the same sums of
 * squares with their exact expectations for the pattern of cells that exist. With all cells both
 * become the classical formulas. This is right if cells are missing for reasons that have nothing
 * to do with their values. No missing cell is ever filled in.
 *
 * <p>Estimated variances may come out below 0, which means that none is visible.
 *
 * @param mean the mean rating, each unit counting the same
 * @param actors each unit's leniency
 * @param partners each unit's quality
 * @param actorVariance variance of actors' true effects
 * @param partnerVariance variance of partners' true effects
 * @param actorPartnerCovariance above 0 if units that rate leniently are rated well
 * @param relationVariance variance of relations, errors of the cells' means included
 * @param relationCovariance covariance of relation_ij and relation_ji
 * @param missing how many of the n(n - 1) cells are missing
 * @param relations the existing cells with their relation, in the order given
 */
public record RoundRobin(
        double mean,
        List<Double> actors,
        List<Double> partners,
        double actorVariance,
        double partnerVariance,
        double actorPartnerCovariance,
        double relationVariance,
        double relationCovariance,
        int missing,
        List<Cell> relations) {

    /** The fewest units. */
    public static final int LEAST_UNITS = 4;

    /** What 4 units with all cells offer, asked of any pattern of missing cells. */
    private static final int LEAST_FREEDOM = 5;

    private static final int LEAST_MUTUAL = 6;

    public RoundRobin {
        actors = List.copyOf(actors);
        partners = List.copyOf(partners);
        relations = List.copyOf(relations);
    }

    /**
     * A value from one unit to another.
     *
     * @param from the rating unit, numbered from 0
     * @param to the rated unit, another one
     * @param value the mean rating, or the relation found in it
     */
    public record Cell(int from, int to, double value) {

        public Cell {
            Argument.atLeast("from", 0, from);
            Argument.atLeast("to", 0, to);
            Argument.require(from != to, "to", to, "another unit than from");
            Argument.finite("value", value);
        }
    }

    /**
     * The share of tit for tat: the correlation of relation_ij and relation_ji, above 0 if favours
     * are returned. Empty if no relations are visible.
     */
    public OptionalDouble reciprocity() {
        return relationVariance > 0
                ? OptionalDouble.of(Math.clamp(relationCovariance / relationVariance, -1, 1))
                : OptionalDouble.empty();
    }

    /**
     * The model of n units.
     *
     * @param units the number n of units
     * @param cells the mean ratings that exist and may be used, each pair of units at most once a
     *     direction
     */
    public static Outcome<RoundRobin> of(int units, List<Cell> cells) {
        Argument.atLeast("units", 0, units);
        int[][] index = index(units, cells);
        if (units < LEAST_UNITS) {
            return Outcome.notEnoughData(
                    "Units that rate each other must be at least %d, there are %d."
                            .formatted(LEAST_UNITS, units));
        }
        int freedom = cells.size() - (2 * units - 1);
        long mutual = cells.stream().filter(c -> index[c.to][c.from] >= 0).count() / 2;
        if (freedom < LEAST_FREEDOM || mutual < LEAST_MUTUAL) {
            return Outcome.notEnoughData(
                    ("Of %d units only %d of %d cells exist, %d of them both ways; needed are at"
                                    + " least %d cells, and %d both ways.")
                            .formatted(
                                    units,
                                    cells.size(),
                                    units * (units - 1),
                                    mutual,
                                    2 * units - 1 + LEAST_FREEDOM,
                                    LEAST_MUTUAL));
        }
        return RoundRobinMoments.of(units, cells, index);
    }

    /** Positions of the cells in their list, -1 where none is. */
    private static int[][] index(int units, List<Cell> cells) {
        int[][] index = new int[units][units];
        for (int[] row : index) {
            Arrays.fill(row, -1);
        }
        for (int k = 0; k < cells.size(); k++) {
            Cell cell = cells.get(k);
            Argument.within("cells[" + k + "].from", 0, units - 1, cell.from);
            Argument.within("cells[" + k + "].to", 0, units - 1, cell.to);
            Argument.require(
                    index[cell.from][cell.to] < 0,
                    "cells[" + k + "]",
                    cell,
                    "one cell for each pair and direction");
            index[cell.from][cell.to] = k;
        }
        return index;
    }
}
