package kollega.measurement.change;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;

/**
 * The effect of an action that units took up at different times, each group of units compared with
 * those that had not taken it up yet: ATT(g, t) = change from the wave before g to t of the units
 * that started at g, less that of the units not started by t. A single regression over all would
 * compare late starters with early ones, whose effect is still growing.
 *
 * <p>Source: B. Callaway and P. H. C. Sant'Anna (2021), Difference-in-differences with multiple
 * time periods, Journal of Econometrics 225, 200-230.
 *
 * @param effects by group and wave
 * @param effect the mean of those, weighted by the number of units in the group
 * @param pValue two-sided, by shuffling the starts between units
 */
public record StaggeredAdoption(List<GroupEffect> effects, double effect, double pValue) {

    /** Of units that never start in the waves observed. */
    public static final int NEVER = Integer.MAX_VALUE;

    private static final int SHUFFLES = 2_000;

    /**
     * The effect on one group in one wave.
     *
     * @param start the first wave with the action, from 0
     * @param wave at or after the start
     * @param effect in the units of the figure
     * @param units that started then
     * @param others that had not started by the wave
     */
    public record GroupEffect(int start, int wave, double effect, int units, int others) {}

    public StaggeredAdoption {
        effects = List.copyOf(effects);
    }

    /**
     * The effects.
     *
     * @param values [unit][wave]
     * @param starts the first wave with the action of each unit, from 0, or {@link #NEVER}; units
     *     that had it from wave 0 have nothing to compare with and serve nowhere
     * @param seed of the shuffles
     * @return no data when no started group meets a unit that has not started
     */
    public static Outcome<StaggeredAdoption> of(double[][] values, int[] starts, long seed) {
        Argument.atLeast("values.length", 1, values.length);
        int waves = Argument.atLeast("values[0].length", 2, values[0].length);
        double[][] panel = Panel.of("values", waves, values);
        Argument.require(
                starts.length == values.length,
                "starts.length",
                starts.length,
                "exactly " + values.length);
        for (int i = 0; i < starts.length; i++) {
            Argument.atLeast("starts[" + i + "]", 0, starts[i]);
        }
        var effects = effects(panel, starts);
        if (effects.isEmpty()) {
            return Outcome.notEnoughData(
                    "no unit started the action while another had not started yet");
        }
        double effect = mean(effects);
        var random = new SplittableRandom(seed);
        int[] shuffled = starts.clone();
        int asFar = 1;
        for (int run = 0; run < SHUFFLES; run++) {
            for (int i = shuffled.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int drawn = shuffled[other];
                shuffled[other] = shuffled[i];
                shuffled[i] = drawn;
            }
            asFar += Math.abs(mean(effects(panel, shuffled))) >= Math.abs(effect) - 1e-9 ? 1 : 0;
        }
        return Outcome.estimated(new StaggeredAdoption(effects, effect, asFar / (SHUFFLES + 1.0)));
    }

    private static List<GroupEffect> effects(double[][] values, int[] starts) {
        int waves = values[0].length;
        var effects = new ArrayList<GroupEffect>();
        for (int start = 1; start < waves; start++) {
            for (int wave = start; wave < waves; wave++) {
                double own = 0;
                double other = 0;
                int units = 0;
                int others = 0;
                for (int i = 0; i < values.length; i++) {
                    double change = values[i][wave] - values[i][start - 1];
                    if (starts[i] == start) {
                        own += change;
                        units++;
                    } else if (starts[i] > wave) {
                        other += change;
                        others++;
                    }
                }
                if (units > 0 && others > 0) {
                    double effect = own / units - other / others;
                    effects.add(new GroupEffect(start, wave, effect, units, others));
                }
            }
        }
        return effects;
    }

    private static double mean(List<GroupEffect> effects) {
        double sum = 0;
        double weight = 0;
        for (GroupEffect each : effects) {
            sum += each.units() * each.effect();
            weight += each.units();
        }
        return sum / weight;
    }
}
