package kollega.measurement.scale;

import java.util.List;
import kollega.measurement.Outcome;
import kollega.measurement.driver.CrossProducts;
import org.hipparchus.distribution.continuous.FDistribution;

/**
 * Analysis of variance of one variable in groups: how much of a person's answer is the group's.
 *
 * <p>ICC(1) = (MSB - MSW) / (MSB + (k-1) MSW), the share of the variance that lies between groups;
 * ICC(2) = (MSB - MSW) / MSB, the reliability of a group mean. Source: P. D. Bliese (2000),
 * Within-group agreement, non-independence, and reliability, in K. J. Klein and S. W. J. Kozlowski,
 * Multilevel Theory, Research, and Methods in Organizations, 349-381.
 *
 * @param groups number of groups with rows
 * @param n number of rows
 * @param between MSB, mean square between groups
 * @param within MSW, mean square within groups
 * @param icc1 with k the mean group size, negative when groups are more alike than chance
 * @param icc1Unequal with k = (N - sum n^2 / N) / (G-1), better when group sizes differ much
 * @param icc2 at most 1
 * @param pValue of the F test that all groups have the same mean
 */
public record GroupMeans(
        int groups,
        long n,
        double between,
        double within,
        double icc1,
        double icc1Unequal,
        double icc2,
        double pValue) {

    /**
     * The analysis of one variable.
     *
     * @param groups one summary a group; groups without rows are left aside
     * @param variable which variable of the summaries, from 0
     * @return no data with fewer than 2 groups, with a single row in each, or when all group means
     *     are the same
     */
    public static Outcome<GroupMeans> of(List<CrossProducts> groups, int variable) {
        var filled =
                groups.stream()
                        .filter(group -> group.n() > 0)
                        .map(group -> group.select(variable))
                        .toList();
        int count = filled.size();
        long n = filled.stream().mapToLong(CrossProducts::n).sum();
        if (count < 2 || n == count) {
            return Outcome.notEnoughData(
                    "there are %d groups with %d rows together, at least 2 groups are needed, one of them with 2 rows"
                            .formatted(count, n));
        }
        var whole = filled.stream().reduce(CrossProducts::merge).orElseThrow();
        double withinSquares = filled.stream().mapToDouble(group -> group.product(0, 0)).sum();
        double betweenSquares = whole.product(0, 0) - withinSquares;
        double between = betweenSquares / (count - 1);
        if (betweenSquares <= 1e-12 * whole.product(0, 0)) {
            return Outcome.notEnoughData(
                    "the means of all %d groups are the same".formatted(count));
        }
        double within = withinSquares / (n - count);
        double sizes = filled.stream().mapToDouble(g -> (double) g.n() * g.n()).sum();
        double mean = (double) n / count;
        double unequal = (n - sizes / n) / (count - 1);
        return Outcome.estimated(
                new GroupMeans(
                        count,
                        n,
                        between,
                        within,
                        (between - within) / (between + (mean - 1) * within),
                        (between - within) / (between + (unequal - 1) * within),
                        (between - within) / between,
                        pValue(between, within, count - 1, n - count)));
    }

    private static double pValue(double between, double within, double above, double below) {
        return within == 0
                ? 0
                : 1 - new FDistribution(above, below).cumulativeProbability(between / within);
    }
}
