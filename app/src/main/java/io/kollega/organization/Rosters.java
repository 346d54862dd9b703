package io.kollega.organization;

import io.kollega.audit.Audit;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Units and people from files (CSV, UTF-8). A file is first read and checked as a whole; nothing of
 * it is brought in if any row is wrong.
 *
 * <p>Columns of units: {@code code}, {@code name}, and if wanted {@code english}, {@code parent}
 * (code of the unit above), {@code from}. Columns of people: {@code code}, {@code given_name},
 * {@code family_name}, {@code unit} (its code), and if wanted {@code email}, {@code head} (yes or
 * no), {@code from}. What a file has no column for stays as it stands on the day of the row; an
 * empty cell of a column that is there clears. Days are written 2026-03-31 or 31.03.2026; without
 * one, today is meant. A row changes what differs on its day, until the day for which something
 * else is planned: what was planned is changed only by a row for its own day.
 */
@Component
public final class Rosters {
    private final UnitRosters units;
    private final PeopleRosters people;
    private final Organization organization;
    private final Audit audit;
    private final TransactionTemplate transactions;

    Rosters(
            UnitRosters units,
            PeopleRosters people,
            Organization organization,
            Audit audit,
            TransactionTemplate transactions) {
        this.units = units;
        this.people = people;
        this.organization = organization;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * What a column may be called.
     *
     * @param needed whether a file must have it
     */
    public record Heading(String english, String russian, boolean needed) {}

    /** The columns that are read from a file of this kind. */
    public static List<Heading> headings(RosterFiles.Kind kind) {
        return switch (kind) {
            case UNITS -> UnitRosters.headings();
            case PEOPLE -> PeopleRosters.headings();
        };
    }

    /** Reads units; closes the stream. */
    public Roster readUnits(InputStream csv) throws IOException {
        return units.read(csv, organization.today());
    }

    /** Reads people; closes the stream. */
    public Roster readPeople(InputStream csv) throws IOException {
        return people.read(csv, organization.today());
    }

    /**
     * Brings in what was read.
     *
     * @param by who does it, 0 for the command line
     */
    public void bring(Roster.OfUnits roster, long by) {
        transactions.executeWithoutResult(_ -> {
            organization.bringUnits(roster.units());
            audit.record(
                    by, "units.imported", "organization", Map.of("rows", roster.units().size()));
        });
    }

    public void bring(Roster.OfPeople roster, long by) {
        transactions.executeWithoutResult(_ -> {
            organization.bringPeople(roster.people(), by);
            audit.record(
                    by, "people.imported", "organization", Map.of("rows", roster.people().size()));
        });
    }
}
