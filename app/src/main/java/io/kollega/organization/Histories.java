package io.kollega.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what has been and will be of units and people. */
@Component
final class Histories {
    private final JdbcClient jdbc;

    Histories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UnitPeriod> of(UnitId unit) {
        return jdbc
                .sql(
                        """
                        select name, english, parent, from_day, until_day from organization.unit_state
                        where unit = ? order by from_day desc
                        """)
                .param(unit.value())
                .query(Histories::unitPeriod)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    List<Membership> of(PersonId person) {
        return jdbc
                .sql(
                        """
                        select unit, head, from_day, until_day from organization.membership
                        where person = ? order by from_day desc
                        """)
                .param(person.value())
                .query((row, _) ->
                        new Membership(
                                person,
                                new UnitId(row.getLong("unit")),
                                row.getBoolean("head"),
                                row.getObject("from_day", LocalDate.class),
                                until(row)))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    Optional<String> email(PersonId person) {
        return jdbc.sql("select email from organization.person where id = ? and email is not null")
                .param(person.value())
                .query((row, _) -> row.getString(1))
                .optional();
    }

    private static UnitPeriod unitPeriod(ResultSet row, int number) throws SQLException {
        long parent = row.getLong("parent");
        UnitId above = row.wasNull() ? null : new UnitId(parent);
        return new UnitPeriod(
                new Name(row.getString("name"), row.getString("english")),
                above,
                row.getObject("from_day", LocalDate.class),
                until(row));
    }

    /** The driver brings PostgreSQL's infinity as the last day there is. */
    static @Nullable LocalDate until(ResultSet row) throws SQLException {
        LocalDate until = row.getObject("until_day", LocalDate.class);
        return until.equals(LocalDate.MAX) ? null : until;
    }
}
