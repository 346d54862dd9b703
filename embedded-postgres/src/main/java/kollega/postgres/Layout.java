package kollega.postgres;

import java.nio.file.Path;

/**
 * The names that the database takes inside the data folder of the application.
 *
 * <p>The cluster belongs to the account that runs the server; everything else belongs to the
 * account that runs the application. A privileged application therefore never writes where the
 * server's account could plant a link.
 *
 * @param dataDir absolute path of the application's data folder
 */
record Layout(Path dataDir) {

    /** The database cluster, PGDATA. */
    Path cluster() {
        return dataDir.resolve("postgres");
    }

    /** Prefix of the names of clusters that are still being made. */
    String newClusterPrefix() {
        return "postgres.new-";
    }

    Path lock() {
        return dataDir.resolve("postgres.lock");
    }

    Path log() {
        return dataDir.resolve("postgres.log");
    }

    Path olderLog() {
        return dataDir.resolve("postgres.log.1");
    }

    /** Who may connect from where, and how (pg_hba.conf). */
    Path hostAccess() {
        return dataDir.resolve("postgres.hba.conf");
    }

    /** Port and generated passwords, readable by the owner alone. */
    Path credentials() {
        return dataDir.resolve("postgres.credentials");
    }

    Path postmasterFile() {
        return cluster().resolve("postmaster.pid");
    }
}
