package io.kollega.organization;

import java.time.LocalDate;

/** A person works here no more from a day on. Published inside the transaction. */
public record PersonLeft(PersonId person, UnitId unit, LocalDate on) {}
