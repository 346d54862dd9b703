package kollega.measurement.change;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * Figures by unit and period of which some are missing, and what of them is left beside an effect
 * for every unit and every period. {@link TwoWayEffects} does the same for panels without gaps and
 * several predictors.
 */
final class GappedPanel {
    private final double[][] values;
    private final int units;
    private final int periods;
    private final int cells;
    private final int seenPeriods;
    private final RealMatrix inverse;
    private final double[][] outcome;

    /**
     * @param values [unit][period], NaN where missing; every unit has at least one
     */
    GappedPanel(double[][] values) {
        this.values = values;
        units = values.length;
        periods = values[0].length;
        var normal = MatrixUtils.createRealMatrix(periods, periods);
        int seen = 0;
        for (int i = 0; i < units; i++) {
            int own = count(i);
            seen += own;
            for (int s = 0; s < periods; s++) {
                if (!isSeen(i, s)) {
                    continue;
                }
                normal.addToEntry(s, s, 1);
                for (int t = 0; t < periods; t++) {
                    if (isSeen(i, t)) {
                        normal.addToEntry(s, t, -1.0 / own);
                    }
                }
            }
        }
        cells = seen;
        int withFigures = 0;
        for (int t = 0; t < periods; t++) {
            withFigures += isEverSeen(t) ? 1 : 0;
        }
        seenPeriods = withFigures;
        inverse = new SingularValueDecomposition(normal).getSolver().getInverse();
        outcome = left(values);
    }

    private boolean isSeen(int unit, int period) {
        return !Double.isNaN(values[unit][period]);
    }

    private boolean isEverSeen(int period) {
        for (int i = 0; i < units; i++) {
            if (isSeen(i, period)) {
                return true;
            }
        }
        return false;
    }

    private int count(int unit) {
        int own = 0;
        for (int t = 0; t < periods; t++) {
            own += isSeen(unit, t) ? 1 : 0;
        }
        return own;
    }

    int units() {
        return units;
    }

    int periods() {
        return periods;
    }

    boolean isComplete() {
        return cells == units * periods;
    }

    /** A figure of a unit's periods less their mean; 0 where the unit was not seen. */
    double[] withinUnit(int unit, double[] figure) {
        double sum = 0;
        for (int t = 0; t < periods; t++) {
            sum += isSeen(unit, t) ? figure[t] : 0;
        }
        double mean = sum / count(unit);
        var within = new double[periods];
        for (int t = 0; t < periods; t++) {
            within[t] = isSeen(unit, t) ? figure[t] - mean : 0;
        }
        return within;
    }

    /** The product of a unit's figure with what is left of its outcome. */
    double withOutcome(int unit, double[] figure) {
        double product = 0;
        for (int t = 0; t < periods; t++) {
            product += isSeen(unit, t) ? figure[t] * outcome[unit][t] : 0;
        }
        return product;
    }

    /** How much of the squares of a figure within units the periods explain. */
    double sharedByPeriods(double[] byPeriod) {
        double shared = 0;
        for (int s = 0; s < periods; s++) {
            double row = 0;
            for (int t = 0; t < periods; t++) {
                row += inverse.getEntry(s, t) * byPeriod[t];
            }
            shared += byPeriod[s] * row;
        }
        return shared;
    }

    /** How many units are seen both before and after their change. */
    int changed(double[][] indicator) {
        int changed = 0;
        for (int i = 0; i < units; i++) {
            changed += Arrays.stream(withinUnit(i, indicator[i])).anyMatch(x -> x != 0) ? 1 : 0;
        }
        return changed;
    }

    /** What is left of a figure beside the effects of units and periods; 0 where not seen. */
    private double[][] left(double[][] figure) {
        var left = new double[units][];
        var byPeriod = new double[periods];
        for (int i = 0; i < units; i++) {
            left[i] = withinUnit(i, figure[i]);
            for (int t = 0; t < periods; t++) {
                byPeriod[t] += left[i][t];
            }
        }
        double[] effects = inverse.operate(byPeriod);
        for (int i = 0; i < units; i++) {
            double[] own = withinUnit(i, effects);
            for (int t = 0; t < periods; t++) {
                left[i][t] -= own[t];
            }
        }
        return left;
    }

    /**
     * The standard error of the effect of an indicator, clustered by unit.
     *
     * @return empty where figures are no more than effects
     */
    Optional<Double> clusteredError(double[][] indicator, double effect) {
        double parameters = units + seenPeriods;
        if (cells <= parameters) {
            return Optional.empty();
        }
        double[][] x = left(indicator);
        double square = 0;
        double meat = 0;
        for (int i = 0; i < units; i++) {
            double score = 0;
            for (int t = 0; t < periods; t++) {
                square += x[i][t] * x[i][t];
                score += x[i][t] * (outcome[i][t] - effect * x[i][t]);
            }
            meat += score * score;
        }
        double factor = units / (units - 1.0) * (cells - 1) / (cells - parameters);
        return Optional.of(Math.sqrt(factor * meat) / square);
    }
}
