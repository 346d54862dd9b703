package kollega.measurement.disclosure;

import static kollega.measurement.Argument.atLeast;
import static kollega.measurement.Argument.within;

import org.jspecify.annotations.Nullable;

/**
 * A unit in the tree of an organization and the people who belong to it directly, not to units
 * below it. Everyone belongs to one unit.
 *
 * @param unit the unit
 * @param parent the unit above, or null at the top
 * @param eligible number of people who were asked
 * @param respondents number of people who answered, at most {@code eligible}
 */
public record UnitCount<U>(U unit, @Nullable U parent, int eligible, int respondents) {

    public UnitCount {
        atLeast("eligible", 0, eligible);
        within("respondents", 0, eligible, respondents);
    }
}
