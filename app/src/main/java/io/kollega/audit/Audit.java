package io.kollega.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who did what: one append-only line a deed, written in the transaction of the deed. */
@Component
public final class Audit {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Audit(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
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
        jdbc.sql(
                        """
                        insert into audit.line (at, actor, deed, subject, details)
                        values (?, ?, ?, ?, ?::jsonb)
                        """)
                .params(
                        Timestamp.from(clock.instant()),
                        actor,
                        deed,
                        subject,
                        json.writeValueAsString(details))
                .update();
    }

    /** A line to add: what the deed was done to, and the details. */
    public record Line(String subject, Map<String, ?> details) {}

    /** Adds a line for each of these, to which somebody did the same in one go. */
    public void record(long actor, String deed, List<Line> lines) {
        jdbc.sql(
                        """
                        insert into audit.line (at, actor, deed, subject, details)
                        select :at, :actor, :deed, subject, details::jsonb
                        from unnest(:subjects::text[], :details::text[]) as g (subject, details)
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", actor)
                .param("deed", deed)
                .param("subjects", lines.stream().map(Line::subject).toArray(String[]::new))
                .param(
                        "details",
                        lines.stream()
                                .map(it -> json.writeValueAsString(it.details()))
                                .toArray(String[]::new))
                .update();
    }
}
