package io.kollega.durability;

import io.kollega.Cast;
import io.kollega.Kollega;
import java.nio.file.Path;
import java.util.function.Function;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The modules on a data folder while no application runs on it. */
final class Company {
    private Company() {}

    static <T> T on(Path data, Function<ConfigurableApplicationContext, T> work) {
        try (ConfigurableApplicationContext modules =
                new SpringApplicationBuilder(Kollega.class, Cast.class)
                        .web(WebApplicationType.NONE)
                        .lazyInitialization(true)
                        .logStartupInfo(false)
                        .run("--kollega.background=false", "--kollega.data=" + data)) {
            return work.apply(modules);
        }
    }
}
