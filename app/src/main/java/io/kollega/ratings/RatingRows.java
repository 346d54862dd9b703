package io.kollega.ratings;

import io.kollega.catalog.ServiceId;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.requests.events.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ratings given, a row for each side and round. */
@Component
final class RatingRows {
    private static final String ASPECTS =
            Arrays.stream(Aspect.values()).map(Aspect::slug).collect(Collectors.joining(", "));
    private static final String CHANGED =
            "score, ease, solved, " + ASPECTS + ", reasons, comment, person, given_at";
    private static final String INSERT =
            "insert into ratings.rating (request, round, side, %s) values (?, ?, ?, %s)"
                    .formatted(CHANGED, CHANGED.replaceAll("\\w+", "?"));
    private static final String PUT =
            INSERT
                    + """

                    on conflict (request, round, side) do update
                        set (%s, about_unit, about_service) = (%s, null, null)
                    returning exists (
                        select from ratings.rating as other
                         where other.request = rating.request and other.round = rating.round
                           and other.side <> rating.side)
                    """
                            .formatted(CHANGED, CHANGED.replaceAll("(\\w+)", "excluded.$1"));

    private final JdbcClient jdbc;
    private final JdbcTemplate rows;

    RatingRows(JdbcClient jdbc, JdbcTemplate rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Whose work a rating is about. */
    record About(UnitId unit, @Nullable ServiceId service) {}

    /**
     * A rating, and of which request it is.
     *
     * @param about null where it is about the solution that counts now
     */
    record Row(RequestId request, Rating rating, @Nullable About about) {}

    /** A rating of a round, who gave it and when. */
    record Given(Rateable rateable, PersonId person, Rating rating, Instant at) {}

    /** Keeps or replaces one side's rating; returns whether the other side has rated too. */
    boolean put(Given given) {
        return jdbc.sql(PUT).params(values(given)).query(Boolean.class).single();
    }

    void bring(List<Given> ratings) {
        rows.batchUpdate(INSERT, ratings.stream().map(given -> values(given).toArray()).toList());
    }

    private static List<@Nullable Object> values(Given given) {
        Rating rating = given.rating();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(given.rateable().request().value());
        values.add(given.rateable().round());
        values.add(rating.side().slug());
        values.add(rating.score());
        values.add(rating.ease() == null ? null : rating.ease().ordinal());
        values.add(rating.solved() == null ? null : rating.solved().ordinal());
        for (Aspect aspect : Aspect.values()) {
            values.add(rating.aspects().get(aspect));
        }
        values.add(rating.reasons().stream().map(Reason::slug).toArray(String[]::new));
        values.add(rating.comment());
        values.add(given.person().value());
        values.add(Rateables.time(given.at()));
        return values;
    }

    /** What both sides said in the round that counts. */
    List<Row> of(Collection<Rateable> rateables) {
        return jdbc.sql(
                        """
                        select rating.*
                          from unnest(:requests, :rounds) as wanted (request, round)
                          join ratings.rating using (request, round)
                        """)
                .param("requests", rateables.stream().mapToLong(r -> r.request().value()).toArray())
                .param("rounds", rateables.stream().mapToInt(Rateable::round).toArray())
                .query(RatingRows::read)
                .list();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        Map<Aspect, Integer> aspects = new EnumMap<>(Aspect.class);
        for (Aspect aspect : Aspect.values()) {
            Integer value = row.getObject(aspect.slug(), Integer.class);
            if (value != null) {
                aspects.put(aspect, value);
            }
        }
        Integer ease = row.getObject("ease", Integer.class);
        Integer solved = row.getObject("solved", Integer.class);
        List<Reason> reasons = new ArrayList<>();
        for (String slug : (String[]) row.getArray("reasons").getArray()) {
            Reason.named(slug).ifPresent(reasons::add);
        }
        return new Row(
                new RequestId(row.getLong("request")),
                new Rating(
                        Side.valueOf(row.getString("side").toUpperCase(Locale.ROOT)),
                        row.getObject("score", Integer.class),
                        ease == null ? null : Ease.values()[ease],
                        solved == null ? null : Solved.values()[solved],
                        aspects,
                        reasons,
                        row.getString("comment")),
                about(row));
    }

    private static @Nullable About about(ResultSet row) throws SQLException {
        Long unit = row.getObject("about_unit", Long.class);
        Long service = row.getObject("about_service", Long.class);
        return unit == null
                ? null
                : new About(new UnitId(unit), service == null ? null : new ServiceId(service));
    }
}
