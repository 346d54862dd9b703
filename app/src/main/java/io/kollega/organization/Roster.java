package io.kollega.organization;

import io.kollega.tables.CellProblem;
import java.util.List;

/** What a file says of units or of people, read and checked against what is known. */
public sealed interface Roster {
    /**
     * It can be brought in.
     *
     * @param changes what that would do, a line for each row
     * @param writtenIn what the file was read as: an encoding or XLSX
     */
    record OfUnits(List<NewUnit> units, List<RosterChange> changes, String writtenIn)
            implements Roster {}

    record OfPeople(List<NewPerson> people, List<RosterChange> changes, String writtenIn)
            implements Roster {}

    /** Something is wrong with it, so nothing of it can be brought in. The first problems. */
    record Unsound(List<CellProblem> problems) implements Roster {}
}
