package io.kollega.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a person belongs for some time.
 *
 * @param until the first day on which it no longer holds; null while it has no end
 */
public record Membership(
        PersonId person, UnitId unit, boolean head, LocalDate from, @Nullable LocalDate until) {}
