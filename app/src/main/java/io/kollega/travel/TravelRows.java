package io.kollega.travel;

import io.kollega.database.Copy;
import io.kollega.organization.Organization;
import io.kollega.organization.UnitId;
import io.kollega.promises.Holder;
import io.kollega.requests.Journey;
import io.kollega.requests.events.RequestId;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of ways, which the cells sum. */
@Component
final class TravelRows {
    private static final List<String> TABLES = List.of("way", "hop", "part");

    private final JdbcClient jdbc;
    private final DataSource source;
    private final Organization organization;
    private final Askers askers;

    TravelRows(JdbcClient jdbc, DataSource source, Organization organization, Askers askers) {
        this.jdbc = jdbc;
        this.source = source;
        this.organization = organization;
        this.askers = askers;
    }

    void clear() {
        for (String table : TABLES) {
            jdbc.sql("delete from travel." + table).update();
        }
    }

    void delete(Long[] requests) {
        for (String table : TABLES) {
            jdbc.sql("delete from travel." + table + " where request = any (?)")
                    .param(requests)
                    .update();
        }
    }

    /**
     * Writes the rows of ways.
     *
     * @param divisions under which unit each unit is shown at that level
     */
    void copy(List<Way> ways, Map<UnitId, UnitId> divisions) throws SQLException {
        copyWays(ways, askers.numbers(ways.stream().map(Way::journey).toList()));
        for (TravelQuestion.Level level : TravelQuestion.Level.values()) {
            UnaryOperator<UnitId> group =
                    switch (level) {
                        case UNITS -> UnaryOperator.identity();
                        case DIVISIONS -> unit -> divisions.getOrDefault(unit, unit);
                    };
            copyHops(ways, level, group);
            copyParts(ways, level, group);
        }
    }

    private void copyWays(List<Way> ways, Map<RequestId, Long> numbers) throws SQLException {
        ZoneId zone = organization.zone();
        try (Copy copy =
                Copy.into(
                        source,
                        "travel.way",
                        """
                        request, asker, month, submitted_at, ended_at, solved, read_at, handovers,
                        came_back, reopenings, waits, wait_seconds, wait_bin, life_seconds,
                        life_bin, unit_seconds, client_seconds, approval_seconds,
                        outside_seconds, scheduled_seconds, closed_seconds\
                        """)) {
            for (Way way : ways) {
                Journey journey = way.journey();
                Long life = way.lifeSeconds();
                copy.row(
                        journey.request().value(),
                        numbers.get(journey.request()),
                        LocalDate.ofInstant(journey.submittedAt(), zone).withDayOfMonth(1),
                        journey.submittedAt(),
                        way.endedAt(),
                        way.solved(),
                        way.moment(),
                        journey.moves().size(),
                        way.cameBack(),
                        journey.reopenings().size(),
                        way.clientWaits().size(),
                        way.waitSeconds(),
                        DurationBins.of(way.waitSeconds()),
                        life,
                        life == null ? null : DurationBins.of(life),
                        way.openSeconds(Holder.OfUnit.class),
                        way.openSeconds(Holder.Client.class),
                        way.openSeconds(Holder.Approval.class),
                        way.openSeconds(Holder.Outside.class),
                        way.openSeconds(Holder.Scheduled.class),
                        way.closedSeconds());
            }
            copy.finish();
        }
    }

    private void copyHops(List<Way> ways, TravelQuestion.Level level, UnaryOperator<UnitId> group)
            throws SQLException {
        try (Copy copy =
                Copy.into(
                        source,
                        "travel.hop",
                        "request, level, from_unit, to_unit, handovers, came_back")) {
            for (Way way : ways) {
                for (Way.Hop hop : way.hops(group)) {
                    copy.row(
                            way.journey().request().value(),
                            level.slug(),
                            hop.from().value(),
                            hop.to().value(),
                            hop.handovers(),
                            hop.cameBack());
                }
            }
            copy.finish();
        }
    }

    private void copyParts(List<Way> ways, TravelQuestion.Level level, UnaryOperator<UnitId> group)
            throws SQLException {
        try (Copy copy =
                Copy.into(
                        source,
                        "travel.part",
                        """
                        request, level, unit, held, open_seconds, closed_seconds,
                        exported_seconds, imported_seconds, waits, wait_seconds, wait_bin\
                        """)) {
            for (Way way : ways) {
                for (Map.Entry<UnitId, Way.Part> entry : way.parts(group).entrySet()) {
                    Way.Part part = entry.getValue();
                    copy.row(
                            way.journey().request().value(),
                            level.slug(),
                            entry.getKey().value(),
                            part.held(),
                            part.open(),
                            part.closed(),
                            part.exported(),
                            part.imported(),
                            part.waits(),
                            part.waitSeconds(),
                            DurationBins.of(part.waitSeconds()));
                }
            }
            copy.finish();
        }
    }
}
