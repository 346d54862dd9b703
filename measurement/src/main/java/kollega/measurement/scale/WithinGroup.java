package kollega.measurement.scale;

import java.util.Arrays;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;
import kollega.measurement.driver.CrossProducts;

/**
 * How far the members of one group agree.
 *
 * <p>Sources: L. R. James, R. G. Demaree and G. Wolf (1984), Estimating within-group interrater
 * reliability with and without response bias, Journal of Applied Psychology 69, 85-98; average
 * deviation: M. J. Burke, L. M. Finkelstein and M. S. Dusig (1999), On average deviation indices
 * for estimating interrater agreement, Organizational Research Methods 2, 49-68.
 */
public final class WithinGroup {

    private WithinGroup() {}

    /**
     * rwg(J) = J a / (J a + b), with b the mean variance of the items over that of answers at
     * random and a = 1 - b; 0 where members agree less than at random. For one item it is 1 - s^2 /
     * sigma^2.
     *
     * @param group whose variables are the items, answered on the same scale
     * @param options number of options of that scale, at least 2; 5 for 1 to 5: answers at random
     *     then have the variance (A^2 - 1) / 12
     * @return from 0 to 1; no data with fewer than 2 members
     */
    public static Outcome<Double> rwg(CrossProducts group, int options) {
        Argument.atLeast("options", 2, options);
        if (group.n() < 2) {
            return Outcome.notEnoughData(
                    "the group has %d members, agreement needs at least 2".formatted(group.n()));
        }
        double variance = 0;
        for (int j = 0; j < group.size(); j++) {
            variance += group.product(j, j) / (group.n() - 1) / group.size();
        }
        double random = ((double) options * options - 1) / 12;
        double disagreement = Math.min(1, variance / random);
        double agreement = group.size() * (1 - disagreement);
        return Outcome.estimated(agreement / (agreement + disagreement));
    }

    /**
     * AD_M(J): the mean over items of the mean absolute deviation from the item's mean, in the
     * units of the scale. On 1 to 5 up to 0.8 counts as agreement.
     *
     * @param answers one row a member, one column an item
     * @return at least 0; no data with fewer than 2 members
     */
    public static Outcome<Double> averageDeviation(double[][] answers) {
        if (answers.length < 2) {
            return Outcome.notEnoughData(
                    "the group has %d members, agreement needs at least 2"
                            .formatted(answers.length));
        }
        int items = Argument.atLeast("answers[0].length", 1, answers[0].length);
        double deviation = 0;
        for (int i = 0; i < answers.length; i++) {
            Argument.finite(
                    "answers[" + i + "]",
                    Argument.ofLength("answers[" + i + "]", items, answers[i]));
        }
        for (int j = 0; j < items; j++) {
            int item = j;
            double mean =
                    Arrays.stream(answers).mapToDouble(row -> row[item]).sum() / answers.length;
            deviation +=
                    Arrays.stream(answers).mapToDouble(row -> Math.abs(row[item] - mean)).sum();
        }
        return Outcome.estimated(deviation / answers.length / items);
    }
}
