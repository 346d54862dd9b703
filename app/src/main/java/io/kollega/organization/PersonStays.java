package io.kollega.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person whose leaving was written down works here longer. Published inside the transaction.
 *
 * @param before the day from which they were to be gone
 * @param until the day from which they are gone now; null if they stay
 */
public record PersonStays(
        PersonId person, UnitId unit, LocalDate before, @Nullable LocalDate until) {}
