/**
 * A private, durable PostgreSQL 18 from packaged binaries: started, owned and stopped by this
 * process, reachable on the loopback interface alone and with a generated password alone.
 *
 * <p>{@link kollega.postgres.EmbeddedPostgres} is the door. It must not be used to administer a
 * PostgreSQL that somebody else runs.
 */
@NullMarked
package kollega.postgres;

import org.jspecify.annotations.NullMarked;
