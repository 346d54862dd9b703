package kollega.measurement.change;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;

/**
 * Did units with an action change more than units without? The mean change of the treated less the
 * mean change of the others, judged by the chance that units drawn at random would differ as much.
 *
 * <p>Sources: M. Bertrand, E. Duflo and S. Mullainathan (2004), How much should we trust
 * differences-in-differences estimates?, Quarterly Journal of Economics 119, 249-275; permutation:
 * R. A. Fisher (1935), The Design of Experiments.
 *
 * @param effect in the units of the figure
 * @param standardError clustered by unit, HC1; with few units smaller than it should be
 * @param pValue two-sided, by permutation of the units
 * @param leastPValue the smallest p-value that so many units can give
 * @param exact whether all choices of treated units were compared, or 10,000 at random
 * @param gaps by wave, mean of the treated less mean of the others: before the action they should
 *     run level, or the units were on different ways already
 */
public record DifferenceInDifferences(
        double effect,
        double standardError,
        double pValue,
        double leastPValue,
        boolean exact,
        double[] gaps) {

    public DifferenceInDifferences {
        gaps = gaps.clone();
    }

    /**
     * The comparison.
     *
     * @param treated values[unit][wave] of the units with the action
     * @param others values[unit][wave] of units without it, or not yet
     * @param before number of waves before the action, at least 1; at least one follows
     * @param seed of the random choices, when there are too many to compare all
     * @return no data with fewer than 2 units on either side
     */
    public static Outcome<DifferenceInDifferences> of(
            double[][] treated, double[][] others, int before, long seed) {
        if (treated.length < 2 || others.length < 2) {
            return Outcome.notEnoughData(
                    "there are %d units with the action and %d without, at least 2 of each are needed"
                            .formatted(treated.length, others.length));
        }
        int waves = Argument.atLeast("treated[0].length", 2, treated[0].length);
        Argument.within("before", 1, waves - 1, before);
        double[][] with = Panel.of("treated", waves, treated);
        double[][] without = Panel.of("others", waves, others);
        double[][] all = Stream.of(with, without).flatMap(Stream::of).toArray(double[][]::new);
        double[] changes =
                Arrays.stream(all)
                        .mapToDouble(unit -> mean(unit, before, waves) - mean(unit, 0, before))
                        .toArray();
        var test = PermutationTest.ofGroups(changes, with.length, seed);
        return TwoWayEffects.slopes(all, indicator(all.length, with.length, waves, before))
                .map(slopes ->
                        new DifferenceInDifferences(
                                test.difference(),
                                slopes.getFirst().standardError(),
                                test.pValue(),
                                test.leastPValue(),
                                test.exact(),
                                gaps(with, without, waves)));
    }

    private static double[][] indicator(int units, int treated, int waves, int before) {
        var indicator = new double[units][waves];
        for (int i = 0; i < treated; i++) {
            Arrays.fill(indicator[i], before, waves, 1);
        }
        return indicator;
    }

    private static double[] gaps(double[][] with, double[][] without, int waves) {
        var gaps = new double[waves];
        for (int t = 0; t < waves; t++) {
            gaps[t] = mean(with, t) - mean(without, t);
        }
        return gaps;
    }

    private static double mean(double[][] units, int wave) {
        return Arrays.stream(units).mapToDouble(unit -> unit[wave]).average().orElseThrow();
    }

    private static double mean(double[] unit, int from, int to) {
        return DoubleStream.of(Arrays.copyOfRange(unit, from, to)).average().orElseThrow();
    }

    /** Treated less control in each wave, for the picture of trends before the action; a copy. */
    @Override
    public double[] gaps() {
        return gaps.clone();
    }
}
