package io.kollega.surveys;

import io.kollega.organization.UnitId;
import java.util.Set;

/**
 * People of a campaign who are told apart from others and not from each other.
 *
 * @param id the id of their key in anonymous campaigns, else a name for the group
 * @param units whose own people they are
 * @param invited how many they are
 */
public record KeyGroup(String id, Set<UnitId> units, int invited) {
    public KeyGroup {
        units = Set.copyOf(units);
    }
}
