package io.kollega.promises;

import io.kollega.insights.Observation;
import io.kollega.insights.Observations;
import io.kollega.worktime.WorkCalendars;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings in work with all that happened to it, as if it had happened here, but without news. */
@Component
class PromiseHistories {
    private static final int CHUNK = 10_000;

    private final DataSource source;
    private final JdbcClient jdbc;
    private final WorkCalendars calendars;
    private final PromiseSettings settings;
    private final Observations observations;
    private final PromiseOutcomes outcomes;
    private final Clock clock;

    PromiseHistories(
            DataSource source,
            JdbcClient jdbc,
            WorkCalendars calendars,
            PromiseSettings settings,
            Observations observations,
            PromiseOutcomes outcomes,
            Clock clock) {
        this.source = source;
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.settings = settings;
        this.observations = observations;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    void bring(List<WorkHistory> histories) {
        for (int from = 0; from < histories.size(); from += CHUNK) {
            write(histories.subList(from, Math.min(histories.size(), from + CHUNK)));
        }
    }

    /** What was there of the same work is replaced. */
    private void write(List<WorkHistory> histories) {
        Long[] work = histories.stream().map(h -> h.work().value()).toArray(Long[]::new);
        jdbc.sql("delete from promises.span where work = any(:work)").param("work", work).update();
        jdbc.sql("delete from promises.promise where work = any(:work)")
                .param("work", work)
                .update();
        Instant now = clock.instant();
        List<Promise> promises = new ArrayList<>(histories.size());
        List<Observation> seen = new ArrayList<>();
        for (WorkHistory history : histories) {
            Promise promise =
                    Replay.of(
                            history,
                            calendars.version(history.calendar()),
                            settings.warningShare(),
                            now);
            promise.asker = outcomes.key(history.asker());
            PromiseOutcomes.observe(promise, seen);
            promises.add(promise);
        }
        try {
            PromiseTable.copy(promises, source);
            SpanTable.copy(promises, source);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Histories could not be written.", e);
        }
        observations.bring(seen);
    }
}
