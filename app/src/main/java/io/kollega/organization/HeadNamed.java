package io.kollega.organization;

import java.time.LocalDate;

/** A person heads a unit from a day on. Published inside the transaction. */
public record HeadNamed(PersonId person, UnitId unit, LocalDate on) {}
