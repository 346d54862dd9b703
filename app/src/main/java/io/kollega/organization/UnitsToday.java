package io.kollega.organization;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The units of the company as they stand today, sorted by name.
 *
 * @param ever every unit there has ever been, for naming what figures and histories refer to
 * @param existing those that exist today
 * @param successions what became of those that exist no more, where somebody said so
 */
public record UnitsToday(
        Map<UnitId, Unit> ever, List<Unit> existing, Map<UnitId, Succession> successions) {

    /**
     * Where the history of each unit goes on that was merged into another, which may have been
     * merged in its turn. Nobody can say which part of a divided unit's history is whose, so that
     * ends where it ended.
     */
    public Map<UnitId, UnitId> heirs() {
        Map<UnitId, UnitId> heirs = new LinkedHashMap<>();
        successions
                .keySet()
                .forEach(unit -> {
                    UnitId heir = heir(unit);
                    if (!heir.equals(unit)) {
                        heirs.put(unit, heir);
                    }
                });
        return heirs;
    }

    private UnitId heir(UnitId unit) {
        Set<UnitId> seen = new HashSet<>();
        UnitId at = unit;
        while (seen.add(at)) {
            Optional<UnitId> next =
                    Optional.ofNullable(successions.get(at))
                            .map(Succession::successors)
                            .filter(all -> all.size() == 1)
                            .map(all -> all.iterator().next());
            if (next.isEmpty()) {
                return at;
            }
            at = next.get();
        }
        return unit;
    }

    /** Those of which this one is a successor, and when it became that. */
    public Map<UnitId, Succession> predecessors(UnitId unit) {
        return successions.entrySet().stream()
                .filter(one -> one.getValue().successors().contains(unit))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
