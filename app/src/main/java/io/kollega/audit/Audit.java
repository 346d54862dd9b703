package io.kollega.audit;

import io.kollega.database.Together;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who did what: one append-only line a deed, written in the transaction of the deed. */
@Component
public final class Audit {
    private final JdbcClient jdbc;
    private final Together together;
    private final JsonMapper json;
    private final Clock clock;

    Audit(JdbcClient jdbc, Together together, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.together = together;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Adds a line.
     *
     * @param actor the id of the person who did it, 0 for the system itself
     * @param deed a dotted past-tense name, such as {@code request.submitted}
     * @param subject what it was done to, such as {@code request:42}
     * @param details a few values worth keeping; never texts people wrote, never ratings
     */
    public void record(long actor, String deed, String subject, Map<String, ?> details) {
        together.write(
                """
                insert into audit.line (at, actor, deed, subject, details)
                values (:at, :actor, :deed, :subject, :details::jsonb)
                """,
                new MapSqlParameterSource("at", Timestamp.from(clock.instant()))
                        .addValue("actor", actor)
                        .addValue("deed", deed)
                        .addValue("subject", subject)
                        .addValue("details", json.writeValueAsString(details)));
    }

    /** A line to add: what the deed was done to, and the details. */
    public record Line(String subject, Map<String, ?> details) {}

    /** Adds a line for each of these, to which somebody did the same in one go. */
    public void record(long actor, String deed, List<Line> lines) {
        insert(clock.instant(), actor, deed, lines, false);
    }

    /**
     * Adds lines that tell the day and nothing else of when and by whom, in the order given. Only
     * once that day is over, all of it at once: a line's place would tell what its time does not.
     */
    public void recordOfDay(LocalDate day, ZoneId zone, String deed, List<Line> lines) {
        // Noon is on the same day for readers in nearly every zone.
        insert(day.atTime(LocalTime.NOON).atZone(zone).toInstant(), 0, deed, lines, true);
    }

    private void insert(Instant at, long actor, String deed, List<Line> lines, boolean wholeDay) {
        jdbc.sql(
                        """
                        insert into audit.line (at, actor, deed, subject, details, whole_day)
                        select :at, :actor, :deed, subject, details::jsonb, :wholeDay
                        from unnest(:subjects::text[], :details::text[])
                            with ordinality as g (subject, details, place)
                        order by place
                        """)
                .param("at", Timestamp.from(at))
                .param("actor", actor)
                .param("deed", deed)
                .param("wholeDay", wholeDay)
                .param("subjects", lines.stream().map(Line::subject).toArray(String[]::new))
                .param(
                        "details",
                        lines.stream()
                                .map(it -> json.writeValueAsString(it.details()))
                                .toArray(String[]::new))
                .update();
    }
}
