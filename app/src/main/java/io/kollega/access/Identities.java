package io.kollega.access;

import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings who somebody is and what they may do, in one query. There is nobody whose account is
 * closed or who belongs to no unit today.
 */
@Component
final class Identities {
    private static final String WHO =
            """
            select a.person, a.login, a.language, a.theme, a.csv, a.zone, a.shortcuts,
                a.link_made_at is not null as link_untold, c.unit, c.given_name, c.family_name,
                g.roles, g.units,
                exists (select from access.second_factor_rule s where s.role = any(g.roles))
                    and not exists (select from access.authenticator x where x.person = a.person)
                    and not exists (select from access.passkey k where k.person = a.person)
                    as unguarded %s
            from %s
            join organization.colleague c
                on c.person = a.person and c.from_day <= :today and c.until_day > :today
            left join lateral (
                select array_agg(r.role) as roles, array_agg(coalesce(r.unit, 0)) as units
                from access.role_grant r where r.person = a.person and r.until_day > :today) g on true
            where a.closed_at is null and %s
            """;

    private static final String BY_PERSON =
            WHO.formatted("", "access.account a", "a.person = :person");

    private static final String BY_TOKEN =
            WHO.formatted(
                    ", t.id as token, t.scope, t.last_used_at is null or t.last_used_at < :used as stale",
                    "access.token t join access.account a on a.person = t.person",
                    "t.hash = :hash and t.revoked_at is null and t.expires_at > :now");

    private static final int MARK_USE_AFTER_SECONDS = 3600;

    private final JdbcClient jdbc;
    private final Organization organization;
    private final Clock clock;

    Identities(JdbcClient jdbc, Organization organization, Clock clock) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.clock = clock;
    }

    Optional<Identity> of(PersonId person) {
        return jdbc.sql(BY_PERSON)
                .param("today", organization.today())
                .param("person", person.value())
                .query(Identities::identity)
                .optional();
    }

    /** Whose token this is, unless it has ended; notes the use, once an hour at most. */
    Optional<Identity> byToken(String token) {
        record Found(Identity identity, long token, boolean stale) {}
        Timestamp stale = Timestamp.from(clock.instant().minusSeconds(MARK_USE_AFTER_SECONDS));
        Optional<Found> found =
                jdbc.sql(BY_TOKEN)
                        .param("today", organization.today())
                        .param("used", stale)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("hash", Secret.hash(token))
                        .query((row, number) ->
                                new Found(
                                        identity(row, number)
                                                .by(TokenScope.valueOf(row.getString("scope"))),
                                        row.getLong("token"),
                                        row.getBoolean("stale")))
                        .optional();
        found.filter(Found::stale).ifPresent(it -> markUse(it.token(), stale));
        return found.map(Found::identity);
    }

    /** Notes the hour and no more: it tells a forgotten token from one in use. */
    private void markUse(long token, Timestamp stale) {
        jdbc.sql(
                        """
                        update access.token set last_used_at = ?
                        where id = ? and (last_used_at is null or last_used_at < ?)
                        """)
                .params(Timestamp.from(clock.instant().truncatedTo(ChronoUnit.HOURS)), token, stale)
                .update();
    }

    private static Identity identity(ResultSet row, int number) throws SQLException {
        Set<Permission> company = EnumSet.noneOf(Permission.class);
        Map<Permission, Set<UnitId>> units = new EnumMap<>(Permission.class);
        if (row.getArray("roles") != null) {
            String[] roles = (String[]) row.getArray("roles").getArray();
            Long[] roleUnits = (Long[]) row.getArray("units").getArray();
            for (int i = 0; i < roles.length; i++) {
                UnitId unit = new UnitId(roleUnits[i]);
                for (Permission permission : Role.valueOf(roles[i]).permissions()) {
                    if (permission.ofUnit()) {
                        units.computeIfAbsent(permission, _ -> new HashSet<>()).add(unit);
                    } else {
                        company.add(permission);
                    }
                }
            }
        }
        return new Identity(
                new CurrentPerson(
                        new PersonId(row.getLong("person")),
                        new UnitId(row.getLong("unit")),
                        row.getString("login"),
                        company,
                        units),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("language"),
                row.getString("theme"),
                row.getString("csv"),
                row.getString("zone"),
                row.getBoolean("shortcuts"),
                row.getBoolean("link_untold"),
                row.getBoolean("unguarded"),
                null);
    }
}
