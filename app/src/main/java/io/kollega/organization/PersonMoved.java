package io.kollega.organization;

import java.time.LocalDate;

/**
 * A person belongs to another unit, or heads it no longer, from a day on. Published inside the
 * transaction.
 *
 * @param from the unit they leave; equal to {@code to} when only their headship ends
 */
public record PersonMoved(PersonId person, UnitId from, UnitId to, LocalDate on) {}
