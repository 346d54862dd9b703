package io.kollega.access;

import io.kollega.audit.Audit;
import io.kollega.organization.DepartureVeto;
import io.kollega.organization.HeadNamed;
import io.kollega.organization.Organization;
import io.kollega.organization.Person;
import io.kollega.organization.PersonId;
import io.kollega.organization.PersonLeft;
import io.kollega.organization.PersonMoved;
import io.kollega.organization.PersonStays;
import io.kollega.organization.UnitClosed;
import io.kollega.organization.UnitId;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds which role, for the company or for a unit. */
@Component
final class Grants implements DepartureVeto {
    private final JdbcClient jdbc;
    private final Organization organization;
    private final Audit audit;
    private final Clock clock;

    Grants(JdbcClient jdbc, Organization organization, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.audit = audit;
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

    /** Which of these roles the person doesn't hold. */
    Set<Grant> missing(PersonId person, Set<Grant> wanted) {
        Set<Grant> missing = new HashSet<>(wanted);
        jdbc.sql("select role, unit from access.role_grant where person = ? and until_day > ?")
                .params(person.value(), today())
                .query((row, _) -> {
                    Long unit = row.getObject("unit", Long.class);
                    return new Grant(
                            Role.valueOf(row.getString("role")),
                            unit == null ? null : new UnitId(unit));
                })
                .list()
                .forEach(missing::remove);
        return missing;
    }

    /** Tells the trail that somebody would have given themselves these roles. */
    void refused(PersonId person, Set<Grant> grants) {
        audit.record(
                person.value(),
                "roles.refused",
                "person:" + person.value(),
                Map.of("roles", Grant.names(grants)));
    }

    /**
     * Whether there is an administrator with an open account of whose leaving nothing is known.
     *
     * @param except somebody who is not counted; null for nobody
     */
    boolean anyAdministrator(@Nullable PersonId except) {
        return jdbc.sql(
                        """
                        select exists (select from access.role_grant r
                            join access.account a on a.person = r.person and a.closed_at is null
                            join organization.colleague c
                                on c.person = r.person and c.until_day = 'infinity'
                            where r.role = 'ADMINISTRATOR' and r.until_day = 'infinity'
                                and r.person is distinct from :except)
                        """)
                .param("except", except == null ? null : except.value(), Types.BIGINT)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** The last administrator can't be let go. */
    @Override
    public boolean keeps(PersonId person, LocalDate on) {
        return anyAdministrator(null) && !anyAdministrator(person);
    }

    /** What an account begins with: the employee's role, and the head's for who heads a unit. */
    Set<Grant> first(PersonId person) {
        Set<Grant> first = new HashSet<>(Set.of(new Grant(Role.EMPLOYEE, null)));
        organization
                .person(person)
                .filter(Person::head)
                .ifPresent(head -> first.add(new Grant(Role.UNIT_HEAD, head.unit())));
        return first;
    }

    /** The same in a set-based opening, where roles of a unit are for the own one. */
    static Set<Role> first(boolean head) {
        return head ? Set.of(Role.EMPLOYEE, Role.UNIT_HEAD) : Set.of(Role.EMPLOYEE);
    }

    /** Units whose queue somebody works today. */
    Set<UnitId> staffed() {
        return new HashSet<>(
                jdbc
                        .sql(
                                """
                                select distinct r.unit from access.role_grant r
                                join access.account a on a.person = r.person and a.closed_at is null
                                join organization.colleague c on c.person = r.person
                                    and c.from_day <= :today and c.until_day > :today
                                where r.unit is not null and r.until_day > :today
                                """)
                        .param("today", today())
                        .query((row, _) -> new UnitId(row.getLong(1)))
                        .list()
                        .stream()
                        .map(Objects::requireNonNull)
                        .toList());
    }

    /** Those who work the queue of a unit today. */
    Set<PersonId> workers(UnitId unit) {
        return new LinkedHashSet<>(
                jdbc
                        .sql(
                                """
                                select distinct r.person from access.role_grant r
                                join access.account a on a.person = r.person and a.closed_at is null
                                join organization.colleague c on c.person = r.person
                                    and c.from_day <= :today and c.until_day > :today
                                where r.unit = :unit and r.until_day > :today order by 1
                                """)
                        .param("unit", unit.value())
                        .param("today", today())
                        .query((row, _) -> new PersonId(row.getLong(1)))
                        .list()
                        .stream()
                        .map(Objects::requireNonNull)
                        .toList());
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

    /**
     * Who heads a unit and has an account may run it; from a later day on, it is given by hand, and
     * so is it to who named themselves, by somebody else.
     */
    @EventListener
    void on(HeadNamed named) {
        if (named.person().value() == named.by()) {
            refused(named.person(), Set.of(new Grant(Role.UNIT_HEAD, named.unit())));
        } else if (!named.on().isAfter(today())) {
            jdbc.sql(
                            """
                            insert into access.role_grant (person, role, unit, granted_at, granted_by)
                            select person, 'UNIT_HEAD', ?, ?, 0 from access.account
                            where person = ? and closed_at is null
                            on conflict do nothing
                            """)
                    .params(
                            named.unit().value(),
                            Timestamp.from(clock.instant()),
                            named.person().value())
                    .update();
        }
    }

    /** What ended with the leaving goes on as long as the person does. */
    @EventListener
    void on(PersonStays stays) {
        jdbc.sql(
                        """
                        update access.role_grant g set until_day = coalesce(:until::date, 'infinity')
                        where person = :person and until_day = :before and not exists (
                            select from access.role_grant other
                            where other.person = g.person and other.role = g.role
                                and other.unit is not distinct from g.unit and other.id > g.id)
                        """)
                .param("until", stays.until())
                .param("person", stays.person().value())
                .param("before", stays.before())
                .update();
    }

    @EventListener
    void on(UnitClosed closed) {
        jdbc.sql("update access.role_grant set until_day = ? where unit = ? and until_day > ?")
                .params(closed.on(), closed.unit().value(), closed.on())
                .update();
    }
}
