package io.kollega.organization;

import java.time.LocalDate;
import java.util.Set;

/** A unit exists no more from a day on. Published inside the transaction. */
public record UnitClosed(UnitId unit, Set<UnitId> successors, LocalDate on) {}
