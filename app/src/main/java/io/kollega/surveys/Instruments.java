package io.kollega.surveys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.kollega.surveys.InstrumentReader.Reading;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Versions of questionnaires. Storing the same code again makes a new version. */
@Component
class Instruments {
    private static final int KEPT = 50;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final Cache<Long, Sheet> sheets = Caffeine.newBuilder().maximumSize(KEPT).build();

    Instruments(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** A version as it was stored. */
    @Schema(name = "StoredSurvey")
    record Stored(long id, String code, int version) {}

    /** Stores what was read without a fault, as the next version of its code. */
    @Transactional
    Stored store(Instrument instrument, JsonNode body) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('instrument:' || ?, 0))")
                .param(instrument.code())
                .query()
                .singleRow();
        return jdbc.sql(
                        """
                        insert into surveys.instrument (code, version, body, stored_at)
                        select :code, coalesce(max(version), 0) + 1, :body::jsonb, :at
                        from surveys.instrument where code = :code
                        returning id, code, version
                        """)
                .param("code", instrument.code())
                .param("body", json.writeValueAsString(body))
                .param("at", Timestamp.from(clock.instant()))
                .query(Stored.class)
                .single();
    }

    /** The version ready to be filled in; empty if there is none. */
    Optional<Sheet> sheet(long id) {
        return Optional.ofNullable(sheets.get(id, this::read));
    }

    /** Its text, always the same for the same version. */
    String body(long id) {
        return jdbc.sql("select body::text from surveys.instrument where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private @Nullable Sheet read(long id) {
        return jdbc.sql("select body::text from surveys.instrument where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .map(body ->
                        switch (InstrumentReader.read(json.readTree(body))) {
                            case Reading.Good(var instrument) -> Sheet.of(instrument);
                            case Reading.Bad(var faults) ->
                                    throw new IllegalStateException(
                                            "Instrument " + id + " can't be read: " + faults);
                        })
                .orElse(null);
    }
}
