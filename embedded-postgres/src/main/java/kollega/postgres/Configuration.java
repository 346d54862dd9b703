package kollega.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The server parameters, all given on the command line so that no file in the data folder can
 * weaken them.
 */
final class Configuration {

    private Configuration() {}

    /**
     * A small private server: one application, tens of connections. Errors are logged without the
     * values of rows, because the rows are about people.
     */
    static Map<String, String> defaults() {
        return Map.ofEntries(
                Map.entry("shared_buffers", "64MB"),
                Map.entry("effective_cache_size", "512MB"),
                Map.entry("work_mem", "8MB"),
                Map.entry("maintenance_work_mem", "64MB"),
                Map.entry("max_connections", "50"),
                Map.entry("max_wal_size", "512MB"),
                Map.entry("min_wal_size", "80MB"),
                Map.entry("wal_compression", "pglz"),
                Map.entry("wal_level", "minimal"),
                Map.entry("max_wal_senders", "0"),
                Map.entry("max_logical_replication_workers", "0"),
                Map.entry("io_method", "sync"),
                Map.entry("huge_pages", "off"),
                Map.entry("jit", "off"),
                Map.entry("autovacuum_max_workers", "2"),
                // Parallel queries need /dev/shm, of which a container has 64 MB.
                Map.entry("max_parallel_workers_per_gather", "0"),
                Map.entry("random_page_cost", "1.1"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("lc_messages", "C"),
                Map.entry("log_line_prefix", "%m [%p] "),
                Map.entry("log_error_verbosity", "terse"),
                Map.entry("log_min_error_statement", "panic"),
                Map.entry("log_checkpoints", "off"));
    }

    /**
     * @param hostAccess name of the file of host access rules, as the server sees it
     */
    static List<String> arguments(Settings settings, int port, String hostAccess) {
        var parameters = new TreeMap<>(defaults());
        parameters.putAll(settings.tuning());
        String durable =
                switch (settings.durability()) {
                    case DURABLE -> "on";
                    case LOST_ON_CRASH -> "off";
                };
        parameters.put("fsync", durable);
        parameters.put("synchronous_commit", durable);
        parameters.put("full_page_writes", durable);
        parameters.put("listen_addresses", "127.0.0.1");
        parameters.put("port", Integer.toString(port));
        parameters.put("unix_socket_directories", "");
        parameters.put("hba_file", hostAccess);
        parameters.put("password_encryption", "scram-sha-256");
        var arguments = new ArrayList<String>();
        parameters.forEach((name, value) -> {
            arguments.add("-c");
            arguments.add(name + "=" + value);
        });
        return arguments;
    }
}
