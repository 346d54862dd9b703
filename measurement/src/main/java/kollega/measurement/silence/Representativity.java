package kollega.measurement.silence;

import java.util.List;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;

/**
 * The R-indicator: how evenly groups have answered, R = 1 - 2 S with S^2 = sum of N_h (rho_h -
 * rho)^2 / (N - 1) over groups. It says nothing of differences inside the groups.
 *
 * <p>Source: Schouten, B., Cobben, F. and Bethlehem, J. (2009), "Indicators for the
 * representativeness of survey response", Survey Methodology 35(1), 101-113.
 *
 * @param r 1 if all groups answered alike, 0 or a little less at worst
 */
public record Representativity(double r) {

    /** Below this a warning is due. */
    public static final double LOW = 0.8;

    public Representativity {
        Argument.finite("r", r);
    }

    /** The indicator over groups that together are everybody asked. */
    public static Outcome<Representativity> of(List<ResponseRate> groups) {
        if (groups.size() < 2) {
            return Outcome.notEnoughData(
                    "Representativeness needs at least 2 groups, there is " + groups.size() + ".");
        }
        double eligible = groups.stream().mapToDouble(ResponseRate::eligible).sum();
        double rho = groups.stream().mapToDouble(ResponseRate::responded).sum() / eligible;
        double squares =
                groups.stream()
                        .mapToDouble(g -> g.eligible() * (g.share() - rho) * (g.share() - rho))
                        .sum();
        return Outcome.estimated(new Representativity(1 - 2 * Math.sqrt(squares / (eligible - 1))));
    }

    /** Whether a warning is due. */
    public boolean isLow() {
        return r < LOW;
    }
}
