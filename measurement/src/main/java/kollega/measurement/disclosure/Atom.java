package kollega.measurement.disclosure;

import java.util.Set;

/**
 * People of one or more units who are only ever counted together.
 *
 * @param units the units whose own people these are
 * @param eligible number of people who were asked
 * @param respondents number of people who answered
 */
public record Atom<U>(Set<U> units, int eligible, int respondents) {

    public Atom {
        units = Set.copyOf(units);
    }
}
