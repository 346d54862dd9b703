package kollega.measurement.maturity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kollega.measurement.Argument;
import kollega.measurement.Interval;
import kollega.measurement.Outcome;
import org.hipparchus.random.RandomDataGenerator;
import org.hipparchus.stat.StatUtils;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.hipparchus.stat.descriptive.rank.Percentile.EstimationType;

/**
 * The level reached: the highest L at which all factors of levels up to L have at least 60 points
 * with a probability of at least 0.8.
 *
 * @param level 0 when not even the first is reached
 * @param probability that the factors up to the level suffice; 1 for level 0
 * @param blockedBy names of factors that keep it from the next level; empty at the highest
 * @param factors in the order given
 */
public record MaturityLevel(
        int level, double probability, List<String> blockedBy, List<FactorScore> factors) {

    /** Points that a factor needs. */
    public static final double ENOUGH_POINTS = 60;

    /** How sure it must be. */
    public static final double ENOUGH_PROBABILITY = .8;

    private static final int DRAWS = 4_000;

    /**
     * A factor's score.
     *
     * @param name of the factor
     * @param points posterior mean from 0 to 100, or no data with fewer than 2 indicators
     * @param interval that holds the points with a probability of 0.9, where there are points
     * @param enough the probability that the factor has at least 60 points; 0 without a score
     */
    public record FactorScore(
            String name, Outcome<Double> points, Outcome<Interval> interval, double enough) {}

    public MaturityLevel {
        blockedBy = List.copyOf(blockedBy);
        factors = List.copyOf(factors);
    }

    /**
     * The level of these factors.
     *
     * @param factors at least one; every level from 1 to the highest has at least one
     * @param seed of the draws
     */
    public static MaturityLevel of(List<Factor> factors, long seed) {
        Argument.atLeast("factors.size()", 1, factors.size());
        int highest = factors.stream().mapToInt(Factor::level).max().orElseThrow();
        for (int level = 1; level <= highest; level++) {
            int wanted = level;
            Argument.require(
                    factors.stream().anyMatch(factor -> factor.level() == wanted),
                    "number of factors of level " + level,
                    0,
                    "at least 1");
        }
        var random = new RandomDataGenerator(seed);
        var points = factors.stream().map(factor -> draws(factor, random)).toList();
        var scores = new ArrayList<FactorScore>();
        for (int i = 0; i < factors.size(); i++) {
            scores.add(score(factors.get(i), points.get(i)));
        }
        double reached = 1;
        for (int level = 1; level <= highest; level++) {
            double probability = allEnough(factors, points, level);
            if (probability < ENOUGH_PROBABILITY) {
                return new MaturityLevel(
                        level - 1, reached, blocking(factors, scores, level), scores);
            }
            reached = probability;
        }
        return new MaturityLevel(highest, reached, List.of(), scores);
    }

    /** Points in each draw; none without enough indicators. */
    private static double[] draws(Factor factor, RandomDataGenerator random) {
        if (!factor.hasScore()) {
            return new double[0];
        }
        double weights = factor.indicators().stream().mapToDouble(Indicator::weight).sum();
        var draws = new double[DRAWS];
        for (Indicator indicator : factor.indicators()) {
            double share = indicator.weight() / weights;
            for (int d = 0; d < DRAWS; d++) {
                draws[d] += share * indicator.points(random);
            }
        }
        return draws;
    }

    private static FactorScore score(Factor factor, double[] draws) {
        if (draws.length == 0) {
            String reason =
                    "factor %s has %d indicators with data, a score needs at least %d"
                            .formatted(
                                    factor.name(),
                                    factor.indicators().size(),
                                    Factor.LEAST_INDICATORS);
            return new FactorScore(
                    factor.name(), Outcome.notEnoughData(reason), Outcome.notEnoughData(reason), 0);
        }
        var quantile = new Percentile().withEstimationType(EstimationType.R_7);
        quantile.setData(draws);
        return new FactorScore(
                factor.name(),
                Outcome.estimated(StatUtils.mean(draws)),
                Outcome.estimated(new Interval(quantile.evaluate(5), quantile.evaluate(95))),
                Arrays.stream(draws).filter(MaturityLevel::enough).count() / (double) DRAWS);
    }

    private static double allEnough(List<Factor> factors, List<double[]> points, int level) {
        int suffices = 0;
        for (int d = 0; d < DRAWS; d++) {
            boolean all = true;
            for (int i = 0; i < factors.size() && all; i++) {
                double[] draws = points.get(i);
                all = factors.get(i).level() > level || draws.length > 0 && enough(draws[d]);
            }
            suffices += all ? 1 : 0;
        }
        return suffices / (double) DRAWS;
    }

    private static boolean enough(double points) {
        return points >= ENOUGH_POINTS - 1e-9;
    }

    /** Factors that are unsure by themselves, or else the least sure one. */
    private static List<String> blocking(
            List<Factor> factors, List<FactorScore> scores, int level) {
        double least = 1;
        for (int i = 0; i < factors.size(); i++) {
            if (factors.get(i).level() <= level) {
                least = Math.min(least, scores.get(i).enough());
            }
        }
        double bar = least < ENOUGH_PROBABILITY ? ENOUGH_PROBABILITY : Math.nextUp(least);
        var names = new ArrayList<String>();
        for (int i = 0; i < factors.size(); i++) {
            if (factors.get(i).level() <= level && scores.get(i).enough() < bar) {
                names.add(factors.get(i).name());
            }
        }
        return names;
    }
}
