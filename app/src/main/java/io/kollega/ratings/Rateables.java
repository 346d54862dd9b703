package io.kollega.ratings;

import io.kollega.database.Together;
import io.kollega.organization.PersonId;
import io.kollega.requests.events.RequestEvent.Parties;
import io.kollega.requests.events.RequestId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The requests that can be rated. Whoever changes one holds its row's lock. */
@Component
final class Rateables {
    private final JdbcClient jdbc;
    private final Together together;

    Rateables(JdbcClient jdbc, Together together) {
        this.jdbc = jdbc;
        this.together = together;
    }

    void submitted(RequestId request, Parties parties) {
        together.write(
                """
                insert into ratings.rateable
                       (request, client, client_unit, provider_unit, subject, standing, round)
                values (:request, :client, :clientUnit, :providerUnit, :subject, 'unsolved', 0)
                on conflict do nothing
                """,
                new MapSqlParameterSource("request", request.value())
                        .addValue("client", parties.client().value())
                        .addValue("clientUnit", parties.clientUnit().value())
                        .addValue("providerUnit", parties.providerUnit().value())
                        .addValue("subject", parties.subject()));
    }

    /**
     * Begins a new round, unless the ratings have been revealed. What the client has said of a
     * solution that the provider took back goes along.
     */
    void solved(
            RequestId request, Parties parties, PersonId specialist, Instant at, Instant closesAt) {
        boolean own = specialist.equals(parties.client());
        if (!own && lock(request).filter(Rateable::takenBack).isPresent()) {
            carry(request);
        }
        String standing = own ? "own-work" : "sealed";
        jdbc.sql(
                        """
                        insert into ratings.rateable as known
                               (request, client, client_unit, provider_unit, specialist, service,
                                subject, standing, round, solved_at, closes_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
                        on conflict (request) do update set
                               client_unit = excluded.client_unit,
                               provider_unit = excluded.provider_unit,
                               specialist = excluded.specialist, service = excluded.service,
                               subject = excluded.subject, standing = excluded.standing,
                               round = known.round + 1,
                               solved_at = excluded.solved_at, closes_at = excluded.closes_at,
                               taken_back = false
                         where known.standing in ('unsolved', 'own-work')
                        """)
                .param(request.value())
                .param(parties.client().value())
                .param(parties.clientUnit().value())
                .param(parties.providerUnit().value())
                .param(specialist.value())
                .param(parties.service() == null ? null : parties.service().value())
                .param(parties.subject())
                .param(standing)
                .param(time(at))
                .param(time(closesAt))
                .update();
    }

    /** Into the round that begins; it stays about whose work it was given for. */
    private void carry(RequestId request) {
        jdbc.sql(
                        """
                        update ratings.rating set round = rateable.round + 1,
                               about_unit = coalesce(about_unit, provider_unit),
                               about_service =
                                   case when about_unit is null then service else about_service end
                          from ratings.rateable
                         where rateable.request = ? and rating.request = rateable.request
                           and rating.round = rateable.round and side = 'client'
                        """)
                .param(request.value())
                .update();
    }

    /** The solution does not stand: what was given stays sealed and is void. */
    void unsolved(RequestId request) {
        jdbc.sql(
                        """
                        update ratings.rateable set standing = 'unsolved', taken_back = false
                         where request = ? and (standing in ('sealed', 'own-work') or taken_back)
                        """)
                .param(request.value())
                .update();
    }

    /**
     * The provider takes the solution back. What the client has said of it stands: else whoever
     * fears a score could make it void. What shows of the request is the same with and without.
     */
    void takenBack(RequestId request) {
        jdbc.sql(
                        """
                        update ratings.rateable set standing = 'unsolved', taken_back = true
                         where request = ? and standing in ('sealed', 'own-work')
                        """)
                .param(request.value())
                .update();
    }

    Optional<Rateable> find(RequestId request) {
        return select("where request = ?", request);
    }

    /** The same, locked until the transaction ends. */
    Optional<Rateable> lock(RequestId request) {
        return select("where request = ? for update", request);
    }

    /** Opens the ratings of one request. */
    List<Rateable> reveal(RequestId request, Instant now) {
        return jdbc.sql(
                        """
                        update ratings.rateable
                           set standing = 'revealed', revealed_at = ?, untold = true
                         where request = ? and standing = 'sealed'
                        returning
                        """
                                + Rateable.COLUMNS)
                .params(time(now), request.value())
                .query(Rateable::read)
                .list();
    }

    /**
     * Opens those whose window has closed, and what clients have said of solutions that were taken
     * back; leaves those that somebody holds for the next time.
     */
    List<Rateable> revealClosed(int most, Instant now) {
        return jdbc.sql(
                        """
                        with closed as materialized (
                            select request as of
                              from ratings.rateable
                             where standing = 'sealed' and closes_at <= :now
                             order by closes_at
                             limit :most
                               for update skip locked),
                        back as materialized (
                            select request as of
                              from ratings.rateable
                             where taken_back and standing = 'unsolved' and closes_at <= :now
                               and exists (
                                   select from ratings.rating
                                    where rating.request = rateable.request
                                      and rating.round = rateable.round and side = 'client')
                             order by closes_at
                             limit :most
                               for update skip locked)
                        update ratings.rateable
                           set standing = 'revealed', revealed_at = :now, untold = true,
                               taken_back = false
                          from (select of from closed union all select of from back) as due
                         where request = due.of
                        returning
                        """
                                + Rateable.COLUMNS)
                .param("now", time(now))
                .param("most", most)
                .query(Rateable::read)
                .list();
    }

    /** A request whose ratings were revealed, and on which day. */
    record Told(RequestId request, LocalDate day) {}

    /** Takes those revealed before this day of which the trail has not heard, if anybody rated. */
    List<Told> tell(LocalDate before, ZoneId zone) {
        return jdbc.sql(
                        """
                        with told as (
                            update ratings.rateable set untold = false
                             where untold and revealed_at < :before
                            returning request, round, revealed_at)
                        select request, (revealed_at at time zone :zone)::date as day
                          from told
                         where exists (
                             select from ratings.rating
                              where rating.request = told.request and rating.round = told.round)
                         order by day, request
                        """)
                .param("before", time(before.atStartOfDay(zone).toInstant()))
                .param("zone", zone.getId())
                .query((row, _) ->
                        new Told(
                                new RequestId(row.getLong("request")),
                                row.getObject("day", LocalDate.class)))
                .list();
    }

    /**
     * Keeps those that are not known yet, as revealed, or as sealed if they are to be opened later;
     * returns which they were.
     */
    List<RequestId> bring(List<BroughtRating> ratings, Instant now) {
        return jdbc.sql(
                        """
                        insert into ratings.rateable
                               (request, client, client_unit, provider_unit, specialist, service,
                                subject, standing, round, solved_at, closes_at, revealed_at)
                        select request, client, client_unit, provider_unit, specialist, service,
                               subject,
                               case when revealed_at::timestamptz > :now
                                    then 'sealed' else 'revealed' end,
                               1, solved_at::timestamptz, revealed_at::timestamptz,
                               case when revealed_at::timestamptz <= :now
                                    then revealed_at::timestamptz end
                          from unnest(:request, :client, :clientUnit, :providerUnit, :specialist,
                                      :service, :subject, :solvedAt, :revealedAt)
                            as given (request, client, client_unit, provider_unit, specialist,
                                      service, subject, solved_at, revealed_at)
                        on conflict do nothing
                        returning request
                        """)
                .param("now", time(now))
                .param("request", longs(ratings, r -> r.request().value()))
                .param("client", longs(ratings, r -> r.client().value()))
                .param("clientUnit", longs(ratings, r -> r.clientUnit().value()))
                .param("providerUnit", longs(ratings, r -> r.providerUnit().value()))
                .param("specialist", longs(ratings, r -> r.specialist().value()))
                .param(
                        "service",
                        longs(ratings, r -> r.service() == null ? null : r.service().value()))
                .param("subject", texts(ratings, BroughtRating::subject))
                .param("solvedAt", texts(ratings, r -> r.solvedAt().toString()))
                .param("revealedAt", texts(ratings, r -> r.revealedAt().toString()))
                .query((row, _) -> new RequestId(row.getLong(1)))
                .list();
    }

    private static @Nullable Long[] longs(
            List<BroughtRating> ratings, Function<BroughtRating, @Nullable Long> part) {
        return ratings.stream().map(part).toArray(Long[]::new);
    }

    private static String[] texts(
            List<BroughtRating> ratings, Function<BroughtRating, String> part) {
        return ratings.stream().map(part).toArray(String[]::new);
    }

    private Optional<Rateable> select(String where, RequestId request) {
        return jdbc.sql("select " + Rateable.COLUMNS + " from ratings.rateable " + where)
                .param(request.value())
                .query(Rateable::read)
                .optional();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
