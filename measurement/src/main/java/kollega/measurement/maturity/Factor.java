package kollega.measurement.maturity;

import java.util.List;
import kollega.measurement.Argument;

/**
 * One of the factors that a level asks for.
 *
 * @param name as the caller named it
 * @param level that asks for it and that all higher ones keep asking for, from 1
 * @param indicators those with data
 */
public record Factor(String name, int level, List<Indicator> indicators) {

    /** With fewer indicators a factor has no score. */
    public static final int LEAST_INDICATORS = 2;

    public Factor {
        Argument.atLeast("level", 1, level);
        indicators = List.copyOf(indicators);
    }

    boolean hasScore() {
        return indicators.size() >= LEAST_INDICATORS;
    }
}
