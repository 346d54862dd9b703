package io.kollega.access;

import io.kollega.audit.Audit;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The roles whose holders must have a second factor. Who has none is led to set one up right after
 * signing in, and can do nothing else before, so the rule locks nobody out.
 */
@Component
public final class SecondFactorRule {
    private final JdbcClient jdbc;
    private final Organization organization;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transactions;

    SecondFactorRule(
            JdbcClient jdbc,
            Organization organization,
            Audit audit,
            Clock clock,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    public Set<Role> roles() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        jdbc.sql("select role from access.second_factor_rule")
                .query((row, _) -> Role.valueOf(row.getString(1)))
                .list()
                .forEach(roles::add);
        return roles;
    }

    public void set(Set<Role> roles, PersonId by) {
        String[] names = roles.stream().map(Enum::name).sorted().toArray(String[]::new);
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("delete from access.second_factor_rule where role <> all(:roles)")
                    .param("roles", names)
                    .update();
            jdbc.sql(
                            """
                            insert into access.second_factor_rule (role, since, made_by)
                            select role, :now, :by from unnest(:roles::text[]) as g (role)
                            on conflict do nothing
                            """)
                    .param("roles", names)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("by", by.value())
                    .update();
            audit.record(
                    by.value(),
                    "second-factor.required",
                    "accounts",
                    Map.of("roles", java.util.List.of(names)));
        });
    }

    /** How many hold a role, and how many of them have a second factor. */
    public record Coverage(int people, int covered) {}

    public Map<Role, Coverage> coverage() {
        Map<Role, Coverage> coverage = new EnumMap<>(Role.class);
        jdbc.sql(
                        """
                        select r.role, count(distinct r.person) as people,
                            count(distinct r.person) filter (where exists (
                                select from access.authenticator x where x.person = r.person
                                union all
                                select from access.passkey k where k.person = r.person)) as covered
                        from access.role_grant r
                        join access.account a on a.person = r.person and a.closed_at is null
                        join organization.colleague c
                            on c.person = r.person and c.from_day <= :today and c.until_day > :today
                        where r.until_day > :today group by r.role
                        """)
                .param("today", organization.today())
                .query(row -> {
                    coverage.put(
                            Role.valueOf(row.getString("role")),
                            new Coverage(row.getInt("people"), row.getInt("covered")));
                });
        return coverage;
    }
}
