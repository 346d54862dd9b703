package kollega.measurement.silence;

import kollega.measurement.Argument;
import kollega.measurement.score.StandardNormal;

/**
 * How many of those who were asked have answered. The list of those asked is frozen at the launch.
 *
 * @param responded from 0 to {@code eligible}
 * @param eligible at least 1
 */
public record ResponseRate(long responded, long eligible) {

    public ResponseRate {
        Argument.atLeast("eligible", 1, eligible);
        Argument.require(
                responded >= 0 && responded <= eligible,
                "responded",
                responded,
                "from 0 to the eligible, " + eligible);
    }

    /** The rate, from 0 to 1. */
    public double share() {
        return (double) responded / eligible;
    }

    /**
     * The margin of error of a mean of the answers, with finite population correction: z sqrt(v/n)
     * sqrt((N - n)/(N - 1)).
     *
     * <p>Only for statements about the people asked in this wave. Trends, comparisons of units as
     * processes and forecasts speak of more than them: no correction there.
     *
     * @param variance the variance v of one answer, at least 0, in squared units of the answer
     * @param confidence strictly between 0 and 1
     * @throws IllegalArgumentException if nobody responded
     */
    public double marginOfError(double variance, double confidence) {
        Argument.figure("variance", Argument.notNegative("variance", variance));
        Argument.atLeast("responded", 1, responded);
        double z = StandardNormal.zOf(confidence);
        return responded == eligible
                ? 0
                : z * Math.sqrt(variance / responded * (eligible - responded) / (eligible - 1.0));
    }
}
