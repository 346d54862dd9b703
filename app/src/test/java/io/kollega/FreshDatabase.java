package io.kollega;

import java.nio.file.Path;
import kollega.postgres.Coordinates;
import kollega.postgres.TestServer;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Gives each context a database and a data folder of its own. */
final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Coordinates database = TestServer.fresh().coordinates();
        // Names of databases come again with every run, and their files would be found again.
        Path data = Path.of("target", "test-data", database.database());
        FileSystemUtils.deleteRecursively(data.toFile());
        TestPropertyValues.of(
                        "KOLLEGA_DATABASE_URL=" + database.jdbcUrl(),
                        "KOLLEGA_DATABASE_USER=" + database.user(),
                        "KOLLEGA_DATABASE_PASSWORD=" + database.password(),
                        "kollega.data=" + data)
                .applyTo(context);
    }
}
