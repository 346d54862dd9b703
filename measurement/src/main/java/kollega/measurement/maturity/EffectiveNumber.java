package kollega.measurement.maturity;

import java.util.Arrays;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;

/**
 * How many units really take part: as many as would, taking part alike, be as diverse. exp(- sum p
 * ln p), Hill's number of order 1. Source: M. O. Hill (1973), Diversity and evenness: a unifying
 * notation and its consequences, Ecology 54, 427-432.
 *
 * @param value from 1 to the number of units
 * @param units number of units, those that take no part included
 */
public record EffectiveNumber(double value, int units) {

    public EffectiveNumber {
        Argument.atLeast("units", 1, units);
        Argument.require(
                value >= 1 && value <= units, "value", value, "from 1 to the units, " + units);
    }

    /**
     * The number for these contributions.
     *
     * @param contributions one a unit, none negative, in any unit
     * @return no data when nobody contributed
     */
    public static Outcome<EffectiveNumber> of(double... contributions) {
        Argument.atLeast("contributions.length", 1, contributions.length);
        for (int i = 0; i < contributions.length; i++) {
            Argument.notNegative("contributions[" + i + "]", contributions[i]);
        }
        double most = Arrays.stream(contributions).max().orElseThrow();
        if (most == 0) {
            return Outcome.notEnoughData(
                    "none of the %d units contributed".formatted(contributions.length));
        }
        double sum = Arrays.stream(contributions).map(c -> c / most).sum();
        double entropy =
                Arrays.stream(contributions)
                        .map(c -> c / most / sum)
                        .filter(p -> p > 0)
                        .map(p -> -p * Math.log(p))
                        .sum();
        return Outcome.estimated(
                new EffectiveNumber(
                        Math.clamp(Math.exp(entropy), 1, contributions.length),
                        contributions.length));
    }

    /** The share of units that really take part, above 0, at most 1. */
    public double share() {
        return value / units;
    }
}
