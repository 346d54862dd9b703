package io.kollega.access;

import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import io.kollega.organization.PersonLeft;
import io.kollega.organization.PersonMoved;
import io.kollega.organization.UnitClosed;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds which role, for the company or for a unit. */
@Component
final class Grants {
    private final JdbcClient jdbc;
    private final Organization organization;
    private final Clock clock;

    Grants(JdbcClient jdbc, Organization organization, Clock clock) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.clock = clock;
    }

    LocalDate today() {
        return organization.today();
    }

    /** Gives one person exactly these roles. */
    void set(PersonId person, Set<Grant> wanted, PersonId by) {
        String given =
                """
                with given as (
                    select role, unit from unnest(:roles::text[], :units::bigint[]) as g (role, unit))
                """;
        List<Grant> list = List.copyOf(wanted);
        @Nullable Long[] units =
                list.stream()
                        .map(it -> it.unit() == null ? null : it.unit().value())
                        .toArray(Long[]::new);
        String[] roles = list.stream().map(it -> it.role().name()).toArray(String[]::new);
        jdbc.sql(
                        given
                                + """
                                update access.role_grant r set until_day = :today
                                where r.person = :person and r.until_day > :today and not exists (
                                    select from given g
                                    where g.role = r.role and g.unit is not distinct from r.unit)
                                """)
                .param("roles", roles)
                .param("units", units)
                .param("today", today())
                .param("person", person.value())
                .update();
        jdbc.sql(
                        given
                                + """
                                insert into access.role_grant (person, role, unit, granted_at, granted_by)
                                select :person, role, unit, :now, :by from given
                                on conflict do nothing
                                """)
                .param("roles", roles)
                .param("units", units)
                .param("person", person.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.value())
                .update();
    }

    boolean anyAdministrator() {
        return jdbc.sql(
                        """
                        select exists (select from access.role_grant r
                            join access.account a on a.person = r.person and a.closed_at is null
                            where r.role = 'ADMINISTRATOR' and r.until_day > ?)
                        """)
                .param(today())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** Gives each exactly these roles; roles of a unit for the unit they belong to today. */
    void replace(List<NewAccount> accounts) {
        List<Long> people = new ArrayList<>();
        List<String> roles = new ArrayList<>();
        List<Boolean> ofUnit = new ArrayList<>();
        for (NewAccount account : accounts) {
            for (Role role : account.roles()) {
                people.add(account.person().value());
                roles.add(role.name());
                ofUnit.add(role.ofUnit());
            }
        }
        String given =
                """
                with given as (
                    select g.person, g.role, case when g.of_unit then c.unit end as unit
                    from unnest(:people::bigint[], :roles::text[], :ofUnit::boolean[]) as g (person, role, of_unit)
                    join organization.colleague c
                        on c.person = g.person and c.from_day <= :today and c.until_day > :today)
                """;
        jdbc.sql(
                        given
                                + """
                                update access.role_grant r set until_day = :today
                                where r.person = any(:everyone) and r.until_day > :today and not exists (
                                    select from given g where g.person = r.person and g.role = r.role
                                        and g.unit is not distinct from r.unit)
                                """)
                .param("people", people.toArray(Long[]::new))
                .param("roles", roles.toArray(String[]::new))
                .param("ofUnit", ofUnit.toArray(Boolean[]::new))
                .param("today", organization.today())
                .param(
                        "everyone",
                        accounts.stream().map(it -> it.person().value()).toArray(Long[]::new))
                .update();
        jdbc.sql(
                        given
                                + """
                                insert into access.role_grant (person, role, unit, granted_at, granted_by)
                                select person, role, unit, :now, 0 from given
                                on conflict do nothing
                                """)
                .param("people", people.toArray(Long[]::new))
                .param("roles", roles.toArray(String[]::new))
                .param("ofUnit", ofUnit.toArray(Boolean[]::new))
                .param("today", organization.today())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Who leaves a unit leaves the roles held for it; who no longer heads it, only the head's. */
    @EventListener
    void on(PersonMoved moved) {
        jdbc.sql(
                        """
                        update access.role_grant set until_day = :day
                        where person = :person and unit = :unit and until_day > :day
                            and (role = 'UNIT_HEAD' or :left)
                        """)
                .param("day", moved.on())
                .param("person", moved.person().value())
                .param("unit", moved.from().value())
                .param("left", !moved.from().equals(moved.to()))
                .update();
    }

    @EventListener
    void on(PersonLeft left) {
        jdbc.sql("update access.role_grant set until_day = ? where person = ? and until_day > ?")
                .params(left.on(), left.person().value(), left.on())
                .update();
    }

    @EventListener
    void on(UnitClosed closed) {
        jdbc.sql("update access.role_grant set until_day = ? where unit = ? and until_day > ?")
                .params(closed.on(), closed.unit().value(), closed.on())
                .update();
    }
}
