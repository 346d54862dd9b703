package io.kollega.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The name and place of a unit for some time.
 *
 * @param until the first day on which it no longer holds; null while it has no end
 */
public record UnitPeriod(
        Name name, @Nullable UnitId parent, LocalDate from, @Nullable LocalDate until) {}
