package io.kollega.organization;

import java.time.LocalDate;
import java.util.Set;

/**
 * What became of a unit that is no more: merged into one other, or divided among several.
 *
 * @param successors at least one
 * @param on the first day of the new structure
 */
public record Succession(Set<UnitId> successors, LocalDate on) {}
