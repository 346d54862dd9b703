package io.kollega.audit;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A filter of the trail in SQL. Only what is asked for stands in it, and the newest lines of each
 * actor or deed are taken from the end of an index of theirs, so that the trail's length does not
 * matter.
 */
final class TrailQuery {
    private static final String COLUMNS = "id, at, whole_day, actor, deed, subject, details";

    /** Days of which all lines may be looked at, rather than all that came after them. */
    private static final int FEW_DAYS = 92;

    /** The names of deeds that begin so, one step in the index each. */
    private static final String DEEDS =
            """
            with recursive known (name) as (
                (select l.deed from audit.line l where l.deed >= :deed order by l.deed limit 1)
                union all
                select (select l.deed from audit.line l where l.deed > known.name order by l.deed limit 1)
                from known where starts_with(known.name, :deed))
            """;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final String sql;

    /**
     * @param who the ids of actors; null for anyone
     * @param before only lines older than this one; null for the newest
     */
    TrailQuery(
            AuditFilter filter,
            @Nullable Set<Long> who,
            ZoneId zone,
            @Nullable Long before,
            int limit) {
        parameters.put("limit", limit);
        String deed = filter.deed().strip();
        String subject = filter.subject().strip();
        if (!subject.isEmpty()) {
            conditions.add("l.subject = :subject");
            parameters.put(
                    "subject", subject.matches("\\d{1,18}") ? "request:" + subject : subject);
        }
        if (filter.from() != null) {
            conditions.add("l.at >= :from");
            parameters.put("from", start(filter.from(), zone));
        }
        if (filter.to() != null) {
            conditions.add("l.at < :to");
            parameters.put("to", start(filter.to().plusDays(1), zone));
        }
        if (before != null) {
            conditions.add("l.id < :before");
            parameters.put("before", before);
        }
        if (!deed.isEmpty()) {
            parameters.put("deed", deed);
        }
        if (who != null) {
            parameters.put("who", who.toArray(Long[]::new));
        }
        boolean few =
                filter.from() != null
                        && filter.to() != null
                        && ChronoUnit.DAYS.between(filter.from(), filter.to()) < FEW_DAYS;
        sql =
                !subject.isEmpty() || few
                        ? newest(few, who(who != null) + deed(!deed.isEmpty()))
                        : sql(!deed.isEmpty(), who != null);
    }

    String sql() {
        return sql;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private String sql(boolean deed, boolean who) {
        if (who) {
            return ofEach(
                    "", "unnest(:who) as each (actor)", " and l.actor = each.actor" + deed(deed));
        }
        return deed
                ? ofEach(
                        DEEDS,
                        "(select name from known where starts_with(name, :deed)) as each",
                        " and l.deed = each.name")
                : newest(false, "");
    }

    private static String who(boolean given) {
        return given ? " and l.actor = any (:who)" : "";
    }

    private static String deed(boolean given) {
        return given ? " and starts_with(l.deed, :deed)" : "";
    }

    private String ofEach(String with, String each, String condition) {
        return with
                + "select found.* from "
                + each
                + " cross join lateral ("
                + newest(false, condition)
                + ") as found order by found.id desc limit :limit";
    }

    /** {@code few}: the lines of the days are read first, and only then put in order. */
    private String newest(boolean few, String condition) {
        String lines =
                "select "
                        + COLUMNS
                        + " from audit.line l where "
                        + String.join(" and ", conditions.isEmpty() ? List.of("true") : conditions)
                        + condition;
        return (few ? "select * from (" + lines + " offset 0) as l" : lines)
                + " order by l.id desc limit :limit";
    }

    private static Timestamp start(LocalDate day, ZoneId zone) {
        return Timestamp.from(day.atStartOfDay(zone).toInstant());
    }
}
