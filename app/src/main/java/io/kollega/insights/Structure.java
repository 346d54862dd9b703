package io.kollega.insights;

import io.kollega.organization.UnitId;
import io.kollega.organization.UnitsToday;
import java.util.Map;
import java.util.stream.Stream;

/**
 * As which unit each unit counts: as itself, as things were when something was observed, or as the
 * one that has gone on with its history. Either way a figure is a sum of the same steps.
 *
 * @param heirs of those that count as another
 */
record Structure(Map<UnitId, UnitId> heirs) {
    /** Every unit as itself. */
    static final Structure OF_ITS_TIME = new Structure(Map.of());

    /** Merged units as those into which they were merged. */
    private static Structure ofToday(UnitsToday units) {
        return new Structure(Map.copyOf(units.heirs()));
    }

    /** Either of them. */
    static Structure of(UnitsToday units, boolean then) {
        return then ? OF_ITS_TIME : ofToday(units);
    }

    UnitId of(UnitId unit) {
        return heirs.getOrDefault(unit, unit);
    }

    Pair of(Pair pair) {
        return new Pair(of(pair.client()), of(pair.provider()));
    }

    /** The numbers of all that count as this unit. */
    Long[] members(UnitId unit) {
        return Stream.concat(Stream.of(unit), heirs.keySet().stream())
                .filter(one -> of(one).equals(unit))
                .distinct()
                .map(UnitId::value)
                .toArray(Long[]::new);
    }
}
