package io.kollega.database;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * Which database is used.
 *
 * @param data the folder of the embedded one and of what lies beside it, such as attachments
 * @param attach whether to use the server of a running application on the folder, if there is one
 * @param given the company's own PostgreSQL, which replaces the embedded one
 */
record DatabaseSettings(Path data, boolean attach, Optional<Address> given) {

    /** Where and as whom a PostgreSQL is reached. */
    record Address(String url, String user, String password) {
        @Override
        public String toString() {
            return url + " as " + user;
        }
    }

    static DatabaseSettings from(Environment environment) {
        String url = environment.getProperty("KOLLEGA_DATABASE_URL", "");
        return new DatabaseSettings(
                Path.of(environment.getProperty("kollega.data", "data")).toAbsolutePath(),
                environment.getProperty("kollega.attach", Boolean.class, false),
                url.isBlank()
                        ? Optional.empty()
                        : Optional.of(
                                new Address(
                                        Tls.required(url),
                                        environment.getProperty("KOLLEGA_DATABASE_USER", ""),
                                        environment.getProperty("KOLLEGA_DATABASE_PASSWORD", ""))));
    }
}
