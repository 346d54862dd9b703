package io.kollega.wishes;

import io.kollega.audit.Audit;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Wishes as they are kept. */
@Component
class Wishes {
    private static final String COLUMNS =
            """
            select wish.id, unit, voiced_by, voiced_at, text, decision, answer, answered_at,
                   coalesce(taken.n, 0) as n, coalesce(taken.important, 0) as important,
                   coalesce(taken.satisfied, 0) as satisfied
            from wishes.wish
            left join lateral (
                select count(*) as n,
                       count(*) filter (where taken_importance >= 4) as important,
                       count(*) filter (where taken_satisfaction >= 4) as satisfied
                from wishes.support
                where support.wish = wish.id and taken_importance is not null) taken on true
            """;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Wishes(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** A wish with its weight. */
    record Weighed(Wish wish, Weight weight) {}

    /**
     * Voices a wish.
     *
     * @param unit null for nobody in particular
     */
    @Transactional
    WishId voice(PersonId by, @Nullable UnitId unit, String text) {
        WishId id =
                new WishId(
                        jdbc.sql(
                                        """
                                        insert into wishes.wish (unit, voiced_by, voiced_at, text)
                                        values (:unit, :by, :at, :text) returning id
                                        """)
                                .param("unit", unit == null ? null : unit.value())
                                .param("by", by.value())
                                .param("at", Timestamp.from(clock.instant()))
                                .param("text", text)
                                .query(Long.class)
                                .single());
        audit.record(by.value(), "wish.voiced", subject(id), Map.of());
        return id;
    }

    Optional<Weighed> wish(WishId id) {
        return jdbc.sql(COLUMNS + "where wish.id = ?")
                .param(id.value())
                .query(Wishes::read)
                .optional();
    }

    /**
     * Wishes to a unit, or all, in the order in which they were voiced.
     *
     * @param after the id after which to begin
     */
    List<Weighed> list(@Nullable UnitId unit, long after, int limit) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                where wish.id > :after
                                    and (cast(:unit as bigint) is null or unit = :unit)
                                order by wish.id limit :limit
                                """)
                .param("after", after)
                .param("unit", unit == null ? null : unit.value())
                .param("limit", limit)
                .query(Wishes::read)
                .list();
    }

    /**
     * Weighs a wish anew for a person. What is shown changes when enough people wait with something
     * new: so no difference of two looks tells what fewer said.
     */
    @Transactional
    void support(WishId id, PersonId person, int importance, int satisfaction) {
        jdbc.sql("select id from wishes.wish where id = ? for update")
                .param(id.value())
                .query(Long.class)
                .single();
        jdbc.sql(
                        """
                        insert into wishes.support (wish, person, importance, satisfaction)
                        values (:wish, :person, :importance, :satisfaction)
                        on conflict (wish, person) do update
                        set importance = excluded.importance, satisfaction = excluded.satisfaction
                        """)
                .param("wish", id.value())
                .param("person", person.value())
                .param("importance", importance)
                .param("satisfaction", satisfaction)
                .update();
        jdbc.sql(
                        """
                        with waiting as (
                            select person from wishes.support
                            where wish = :wish
                              and (taken_importance is distinct from importance
                                   or taken_satisfaction is distinct from satisfaction))
                        update wishes.support
                        set taken_importance = importance, taken_satisfaction = satisfaction
                        where wish = :wish and person in (select person from waiting)
                          and (select count(*) from waiting) >= :fewest
                        """)
                .param("wish", id.value())
                .param("fewest", Weight.FEWEST)
                .update();
    }

    /** Answers a wish; a later answer takes the place of an earlier one. */
    @Transactional
    void answer(WishId id, PersonId by, Decision decision, String text) {
        jdbc.sql(
                        """
                        update wishes.wish
                        set decision = :decision, answer = :text, answered_by = :by,
                            answered_at = :at
                        where id = :id
                        """)
                .param("decision", decision.name())
                .param("text", text)
                .param("by", by.value())
                .param("at", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update();
        audit.record(by.value(), "wish.answered", subject(id), Map.of("decision", decision.slug()));
    }

    private static String subject(WishId id) {
        return "wish:" + id.value();
    }

    private static Weighed read(ResultSet row, int number) throws SQLException {
        Long unit = row.getObject("unit", Long.class);
        String decision = row.getString("decision");
        return new Weighed(
                new Wish(
                        new WishId(row.getLong("id")),
                        unit == null ? null : new UnitId(unit),
                        new PersonId(row.getLong("voiced_by")),
                        row.getObject("voiced_at", OffsetDateTime.class).toInstant(),
                        row.getString("text"),
                        decision == null
                                ? null
                                : new Wish.Answer(
                                        Decision.valueOf(decision),
                                        row.getString("answer"),
                                        row.getObject("answered_at", OffsetDateTime.class)
                                                .toInstant())),
                Weight.of(row.getLong("n"), row.getLong("important"), row.getLong("satisfied")));
    }
}
