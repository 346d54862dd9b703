package io.kollega.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit has another place in the tree from a day on. Published inside the transaction.
 *
 * @param from the unit above it before, null when it stood at the top
 * @param to the unit above it from the day on
 */
public record UnitReorganized(
        UnitId unit, @Nullable UnitId from, @Nullable UnitId to, LocalDate on) {}
