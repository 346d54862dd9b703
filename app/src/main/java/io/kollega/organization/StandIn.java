package io.kollega.organization;

import java.time.LocalDate;

/** Someone stands in for someone else, from the first to the last day, both included. */
public record StandIn(
        long id, PersonId person, PersonId standIn, LocalDate first, LocalDate last) {}
