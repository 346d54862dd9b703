package kollega.measurement.scale;

import java.util.List;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;
import kollega.measurement.driver.CrossProducts;
import org.hipparchus.stat.StatUtils;

/**
 * May the mean of a group stand for its members, and may groups be compared by it?
 *
 * <p>Asked are an F test with p &lt; 0.05, ICC(1) of at least 0.05 and a median rwg(J) of at least
 * 0.70; to compare groups, ICC(2) of at least 0.70 besides. Source: J. M. LeBreton and J. L. Senter
 * (2008), Answers to 20 questions about interrater reliability and interrater agreement,
 * Organizational Research Methods 11, 815-852.
 *
 * @param verdict on reporting group means
 * @param comparable whether groups may be compared by their means
 * @param means the analysis of variance of the scale score
 * @param medianRwg over groups of at least 2 members, from 0 to 1
 */
public record AggregationGate(
        Verdict verdict, boolean comparable, GroupMeans means, double medianRwg) {

    /** How far means of groups may be reported. */
    public enum Verdict {
        /** All three conditions hold. */
        PASS,
        /** The groups differ, but one of the other two conditions fails: report with a warning. */
        WEAK,
        /** The groups do not differ, or both other conditions fail: do not report. */
        FAIL
    }

    /**
     * The gate for a scale.
     *
     * @param groups one summary of the items a group
     * @param options number of options of the items' answer scale, at least 2
     */
    public static Outcome<AggregationGate> of(List<CrossProducts> groups, int options) {
        Argument.atLeast("options", 2, options);
        double[] agreements =
                groups.stream()
                        .filter(group -> group.n() >= 2)
                        .mapToDouble(group -> rwg(group, options))
                        .toArray();
        return GroupMeans.of(groups.stream().map(AggregationGate::score).toList(), 0)
                .map(means -> judge(means, StatUtils.percentile(agreements, 50)));
    }

    /** The summary of the mean of all items. */
    private static CrossProducts score(CrossProducts group) {
        if (group.n() == 0) {
            return CrossProducts.empty(1);
        }
        double mean = StatUtils.mean(group.means());
        double squares = Math.max(0, new ItemSums(group).total()) / group.size() / group.size();
        return CrossProducts.of(group.n(), new double[] {mean}, new double[][] {{squares}});
    }

    private static double rwg(CrossProducts group, int options) {
        return switch (WithinGroup.rwg(group, options)) {
            case Outcome.Estimated<Double>(Double value) -> value;
            case Outcome.NotEnoughData<Double>(String reason) ->
                    throw new IllegalStateException(reason);
        };
    }

    private static AggregationGate judge(GroupMeans means, double medianRwg) {
        boolean differ = means.pValue() < .05;
        boolean shared = means.icc1() >= .05;
        boolean agree = medianRwg >= .7;
        Verdict verdict =
                !differ || !shared && !agree
                        ? Verdict.FAIL
                        : shared && agree ? Verdict.PASS : Verdict.WEAK;
        return new AggregationGate(
                verdict, verdict != Verdict.FAIL && means.icc2() >= .7, means, medianRwg);
    }
}
