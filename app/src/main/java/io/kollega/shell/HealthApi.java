package io.kollega.shell;

import io.kollega.permissions.Anyone;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether Kollega is alive and ready to serve, and which version it is; for those who watch it. */
@RestController
class HealthApi {
    private static final Logger LOG = LoggerFactory.getLogger(HealthApi.class);
    private static final int SECONDS = 2;

    private final ApplicationAvailability availability;
    private final DataSource database;
    private final String version;

    HealthApi(
            ApplicationAvailability availability,
            DataSource database,
            ObjectProvider<BuildProperties> build) {
        this.availability = availability;
        this.database = database;
        BuildProperties properties = build.getIfAvailable();
        String built = properties == null ? null : properties.getVersion();
        this.version = built == null ? "development" : built;
    }

    /** {@code up} or {@code down}; ready is what serves and reaches its database. */
    record Health(
            @Schema(
                            allowableValues = {"up", "down"},
                            description = "Up when both others are")
                    String status,
            @Schema(allowableValues = {"up", "down"}) String liveness,
            @Schema(
                            allowableValues = {"up", "down"},
                            description = "Up when it serves and reaches its database")
                    String readiness,
            String version) {}

    @GetMapping({"/health", "/api/v1/health"})
    @Anyone
    ResponseEntity<Health> health() {
        boolean live = availability.getLivenessState() == LivenessState.CORRECT;
        boolean ready =
                availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC
                        && reachesDatabase();
        Health health = new Health(word(live && ready), word(live), word(ready), version);
        return ResponseEntity.status(live && ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(health);
    }

    private boolean reachesDatabase() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException e) {
            LOG.warn("The database can't be reached", e);
            return false;
        }
    }

    private static String word(boolean up) {
        return up ? "up" : "down";
    }
}
