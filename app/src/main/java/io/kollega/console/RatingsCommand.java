package io.kollega.console;

import io.kollega.demo.MadeUpRatings;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code benchmarks/ratings} runs; of no use to a company, so it is not listed. */
@Command(
        name = "made-up-ratings",
        hidden = true,
        description = "Puts made-up ratings of the last three years into a demo company.",
        mixinStandardHelpOptions = true)
final class RatingsCommand implements java.util.concurrent.Callable<Integer> {
    private static final long TOLD_EVERY = 100_000;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "COUNT", description = "How many more.")
    private long count;

    @Mixin private Connection connection;
    @Mixin private Output output;

    @Override
    public Integer call() throws Exception {
        if (count < 1) {
            throw new Refused("COUNT must be at least 1.");
        }
        return connection.run(modules -> {
            MadeUpRatings ratings = modules.getBean(MadeUpRatings.class);
            if (!ratings.welcome()) {
                throw new Refused(
                        "This is no demo company, and made-up ratings would spoil its figures: give"
                                + " the folder of one that bin/run --demo has made.");
            }
            PrintWriter err = spec.commandLine().getErr();
            ratings.add(
                    count,
                    there -> {
                        if (there % TOLD_EVERY == 0) {
                            err.printf(Locale.ENGLISH, "%,d made-up ratings are there.%n", there);
                            err.flush();
                        }
                    });
            PrintWriter out = spec.commandLine().getOut();
            output.print(
                    out,
                    Map.of("added", count),
                    () -> out.printf("Added %s.%n", Counted.of(count, "rating")));
            return 0;
        });
    }
}
