package io.kollega.organization;

import java.time.LocalDate;

/**
 * A person heads a unit from a day on. Published inside the transaction.
 *
 * @param by who wrote it down, 0 for the system itself
 */
public record HeadNamed(PersonId person, UnitId unit, LocalDate on, long by) {}
