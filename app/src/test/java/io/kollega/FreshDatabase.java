package io.kollega;

import kollega.postgres.Coordinates;
import kollega.postgres.TestServer;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each context a database and a data folder of its own. */
final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Coordinates database = TestServer.fresh().coordinates();
        TestPropertyValues.of(
                        "KOLLEGA_DATABASE_URL=" + database.jdbcUrl(),
                        "KOLLEGA_DATABASE_USER=" + database.user(),
                        "KOLLEGA_DATABASE_PASSWORD=" + database.password(),
                        "kollega.data=target/test-data/" + database.database())
                .applyTo(context);
    }
}
