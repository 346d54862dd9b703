package io.kollega.organization;

import java.util.List;
import java.util.Map;

/**
 * The units of the company as they stand today, sorted by name.
 *
 * @param ever every unit there has ever been, for naming what figures and histories refer to
 * @param existing those that exist today
 */
public record UnitsToday(Map<UnitId, Unit> ever, List<Unit> existing) {}
