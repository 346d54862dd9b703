package kollega.measurement.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The share that lasts longer than a time, when some things still last: open requests count for as
 * long as they were seen, so that a queue does not look quick because its slow requests are not
 * done yet.
 *
 * <p>S(t) = product over times t_i &le; t of (1 - d_i/n_i), with d_i endings among n_i at risk;
 * what is open at t_i is still at risk there. Source: E. L. Kaplan and P. Meier (1958),
 * Nonparametric Estimation from Incomplete Observations, JASA 53, 457-481; variance: M. Greenwood
 * (1926).
 */
public final class KaplanMeier {

    private static final double FLAT = 1e-9;

    /**
     * One time at which something ended.
     *
     * @param time the duration, in the unit of the lifetimes
     * @param atRisk how many had lasted at least that long
     * @param ended how many ended then, at least 1
     * @param survival the share that lasts longer, from 0 to 1
     * @param standardError of the share, by Greenwood's formula; 0 once the share is 0
     */
    public record Step(double time, int atRisk, int ended, double survival, double standardError) {}

    private final int n;
    private final double longest;
    private final List<Step> steps;

    private KaplanMeier(int n, double longest, List<Step> steps) {
        this.n = n;
        this.longest = longest;
        this.steps = List.copyOf(steps);
    }

    /**
     * Lifetimes of one duration.
     *
     * @param duration at least 0
     * @param ended how many ended then, at least 0
     * @param open how many still last, at least 0
     */
    public record Group(double duration, int ended, int open) {
        public Group {
            Argument.notNegative("duration", duration);
            Argument.atLeast("ended", 0, ended);
            Argument.atLeast("open", 0, open);
        }
    }

    /** The curve of these lifetimes; no data when there is none. */
    public static Outcome<KaplanMeier> of(Collection<Lifetime> lifetimes) {
        return ofGroups(
                lifetimes.stream()
                        .map(lifetime ->
                                new Group(
                                        lifetime.duration(),
                                        lifetime.ended() ? 1 : 0,
                                        lifetime.ended() ? 0 : 1))
                        .toList());
    }

    /**
     * The curve of lifetimes that were counted by duration, at the cost of the groups and not of
     * the lifetimes; no data when there is none.
     */
    public static Outcome<KaplanMeier> ofGroups(Collection<Group> groups) {
        long all = groups.stream().mapToLong(group -> (long) group.ended() + group.open()).sum();
        if (all > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "groups must hold at most %d lifetimes together, not %d"
                            .formatted(Integer.MAX_VALUE, all));
        }
        int n = (int) all;
        if (n == 0) {
            return Outcome.notEnoughData("there is no lifetime, at least 1 is needed");
        }
        var sorted = new ArrayList<>(groups);
        sorted.removeIf(group -> size(group) == 0);
        sorted.sort(Comparator.comparingDouble(Group::duration));
        var steps = new ArrayList<Step>();
        double survival = 1;
        double greenwood = 0;
        int left = n;
        for (int i = 0; i < sorted.size(); ) {
            double time = sorted.get(i).duration();
            int atRisk = left;
            int ended = 0;
            for (; i < sorted.size() && sorted.get(i).duration() == time; i++) {
                ended += sorted.get(i).ended();
                left -= size(sorted.get(i));
            }
            if (ended > 0) {
                survival *= (double) (atRisk - ended) / atRisk;
                greenwood += ended < atRisk ? (double) ended / atRisk / (atRisk - ended) : 0;
                double error = survival * Math.sqrt(greenwood);
                steps.add(new Step(time, atRisk, ended, survival, error));
            }
        }
        double longest = sorted.getLast().duration();
        return Outcome.estimated(new KaplanMeier(n, longest, steps));
    }

    private static int size(Group group) {
        return group.ended() + group.open();
    }

    /** The number of lifetimes, open ones included. */
    public int n() {
        return n;
    }

    /** The times at which something ended, in ascending order. */
    public List<Step> steps() {
        return steps;
    }

    /**
     * The share that lasts longer than {@code time}; beyond the longest lifetime its last value.
     */
    public double survival(double time) {
        Argument.notNegative("time", time);
        double survival = 1;
        for (Step step : steps) {
            if (step.time() > time) {
                break;
            }
            survival = step.survival();
        }
        return survival;
    }

    /**
     * The time within which the share {@code p} ends. Where the curve is flat at 1 - p, the middle
     * of the flat part, so that without open lifetimes the median is the usual one.
     *
     * @param p between 0 and 1, exclusive; 0.5 for the median
     */
    public Outcome<Double> quantile(double p) {
        Argument.between0And1("p", p);
        for (int i = 0; i < steps.size(); i++) {
            double above = steps.get(i).survival() - (1 - p);
            if (above < FLAT) {
                double time = steps.get(i).time();
                boolean flat = above > -FLAT && i + 1 < steps.size();
                return Outcome.estimated(flat ? (time + steps.get(i + 1).time()) / 2 : time);
            }
        }
        return Outcome.notEnoughData(
                "after %s, the longest seen, %.0f %% of %d still last; the time within which %.0f %% end is not reached yet"
                        .formatted(longest, 100 * survival(longest), n, 100 * p));
    }

    /**
     * Confidence interval of {@link #quantile}: the times at which a test of S(t) = 1 - p, on the
     * scale ln(-ln S), does not reject. Source: R. Brookmeyer and J. Crowley (1982), A Confidence
     * Interval for the Median Survival Time, Biometrics 38, 29-41.
     *
     * @param p between 0 and 1, exclusive
     * @param level of confidence, between 0 and 1, exclusive
     */
    public Bounds quantileInterval(double p, double level) {
        Argument.between0And1("p", p);
        Argument.between0And1("level", level);
        double z = new NormalDistribution().inverseCumulativeProbability((1 + level) / 2);
        double aim = Math.log(-Math.log(1 - p));
        return new Bounds(
                first(distance -> distance >= -z, aim), first(distance -> distance > z, aim));
    }

    /** The first step whose distance from the aim, in standard errors, satisfies the condition. */
    private OptionalDouble first(DoublePredicate condition, double aim) {
        return steps.stream()
                .filter(step -> condition.test(distance(step, aim)))
                .mapToDouble(Step::time)
                .findFirst();
    }

    private static double distance(Step step, double aim) {
        double s = step.survival();
        if (s == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double error = step.standardError() / (s * -Math.log(s));
        return (Math.log(-Math.log(s)) - aim) / error;
    }
}
