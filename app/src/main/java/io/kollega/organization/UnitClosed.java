package io.kollega.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A unit exists no more from a day on. Published inside the transaction. */
public record UnitClosed(UnitId unit, @Nullable UnitId successor, LocalDate on) {}
