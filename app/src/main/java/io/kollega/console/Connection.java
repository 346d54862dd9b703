package io.kollega.console;

import io.kollega.Kollega;
import io.kollega.database.CannotReachDatabase;
import io.kollega.shell.Misconfigured;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/**
 * Opens the modules without their pages, on the database of the data folder: the running one when
 * Kollega runs, else its own for as long as the command takes.
 */
final class Connection {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder, as given to bin/run (default: ${DEFAULT-VALUE}).",
            defaultValue = "${sys:kollega.data:-data}")
    private @Nullable Path data;

    /** Work that needs the modules. */
    interface Work {
        int with(ConfigurableApplicationContext modules) throws Exception;
    }

    /** For what brings something in: where nothing is yet, it begins a company. */
    int begin(Work work) throws Exception {
        return open(work);
    }

    /** For all else: a slip in a name must not begin a company. */
    int run(Work work) throws Exception {
        refuseEmptyFolder();
        return open(work);
    }

    private int open(Work work) throws Exception {
        try (ConfigurableApplicationContext modules =
                new SpringApplicationBuilder(Kollega.class)
                        .web(WebApplicationType.NONE)
                        .lazyInitialization(true)
                        .logStartupInfo(false)
                        .run(
                                "--kollega.background=false",
                                "--kollega.attach=true",
                                "--kollega.data=" + data)) {
            return work.with(modules);
        } catch (RuntimeException failure) {
            throw Misconfigured.sentence(failure)
                    .or(() -> CannotReachDatabase.sentence(failure))
                    .<Exception>map(Refused::new)
                    .orElse(failure);
        }
    }

    private void refuseEmptyFolder() throws Refused {
        String given = System.getenv().getOrDefault("KOLLEGA_DATABASE_URL", "");
        if (given.isBlank() && data != null && !Files.isDirectory(data.resolve("postgres"))) {
            throw new Refused(
                    "There is no Kollega in "
                            + data.toAbsolutePath()
                            + ": check --data, or begin there with bin/run --data.");
        }
    }
}
