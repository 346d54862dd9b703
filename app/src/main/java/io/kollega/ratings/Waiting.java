package io.kollega.ratings;

import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.requests.events.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for a person to rate it. */
@Component
final class Waiting {
    static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    Waiting(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One request to rate, as its client or as the one who solved it. */
    record Item(
            RequestId request,
            Side side,
            String subject,
            UnitId clientUnit,
            UnitId providerUnit,
            PersonId client,
            Instant solvedAt,
            Instant closesAt) {}

    /** Own requests first, then solved ones; the newest first. */
    List<Item> of(PersonId person) {
        return jdbc.sql(
                        """
                        select request, side, subject, client_unit, provider_unit, client,
                               solved_at, closes_at
                          from (select *, 'client' as side
                                  from ratings.rateable
                                 where standing = 'sealed' and client = :person
                                 union all
                                select *, 'provider' as side
                                  from ratings.rateable
                                 where standing = 'sealed' and specialist = :person) as mine
                         where closes_at > :now
                           and not exists (
                               select from ratings.rating
                                where rating.request = mine.request and rating.round = mine.round
                                  and rating.side = mine.side)
                         order by side, solved_at desc, request desc
                         limit :most
                        """)
                .param("person", person.value())
                .param("now", Rateables.time(clock.instant()))
                .param("most", MOST)
                .query(Waiting::read)
                .list();
    }

    private static Item read(ResultSet row, int number) throws SQLException {
        return new Item(
                new RequestId(row.getLong("request")),
                row.getString("side").equals("client") ? Side.CLIENT : Side.PROVIDER,
                row.getString("subject"),
                new UnitId(row.getLong("client_unit")),
                new UnitId(row.getLong("provider_unit")),
                new PersonId(row.getLong("client")),
                row.getObject("solved_at", OffsetDateTime.class).toInstant(),
                row.getObject("closes_at", OffsetDateTime.class).toInstant());
    }
}
