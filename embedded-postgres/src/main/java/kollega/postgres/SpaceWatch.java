package kollega.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the free space of a running server: warns, and stops writes before the disk is full. */
final class SpaceWatch {

    private static final Logger LOG = LoggerFactory.getLogger(SpaceWatch.class);

    private final Settings settings;
    private final Superuser superuser;
    private volatile DiskSpace level = DiskSpace.PLENTY;

    SpaceWatch(Settings settings, Superuser superuser) {
        this.settings = settings;
        this.superuser = superuser;
    }

    DiskSpace level() {
        return level;
    }

    void look() {
        long free = settings.freeBytes().applyAsLong(settings.dataDir());
        DiskSpace now = DiskSpace.of(free);
        // Writes come back only with a margin, so that the level does not flutter.
        if (now == level || (level == DiskSpace.EXHAUSTED && free < 2 * DiskSpace.REFUSED_BELOW)) {
            return;
        }
        if (now == DiskSpace.EXHAUSTED || level == DiskSpace.EXHAUSTED) {
            try (Connection connection = superuser.connect("postgres")) {
                if (now == DiskSpace.EXHAUSTED) {
                    WriteStop.impose(connection);
                } else {
                    WriteStop.lift(connection);
                }
            } catch (SQLException e) {
                LOG.error("Writes could not be stopped or resumed; this is tried again.", e);
                return;
            }
        }
        level = now;
        long mebibytes = free >> 20;
        switch (now) {
            case PLENTY -> LOG.info("{} MB of disk space are free again.", mebibytes);
            case LOW ->
                    LOG.warn(
                            "Only {} MB of disk space are free below {}.",
                            mebibytes,
                            settings.dataDir());
            case EXHAUSTED ->
                    LOG.error(
                            "Only {} MB of disk space are free below {}: the database refuses writes until there are {} MB.",
                            mebibytes,
                            settings.dataDir(),
                            2 * DiskSpace.REFUSED_BELOW >> 20);
        }
        settings.listener().accept(new ServerEvent.SpaceChanged(now, free));
    }
}
