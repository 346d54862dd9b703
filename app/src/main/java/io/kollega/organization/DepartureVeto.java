package io.kollega.organization;

import java.time.LocalDate;

/** Tells who can't be let go yet; answered by the module that knows why. */
@FunctionalInterface
public interface DepartureVeto {
    /** Whether without this person, from that day on, nobody could administer any more. */
    boolean keeps(PersonId person, LocalDate on);
}
