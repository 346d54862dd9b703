package kollega.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A short-lived program: its exit code and what it printed. */
record Command(int exitCode, String output) {

    /**
     * Runs the program in {@code /} with an environment of its own: variables such as PGDATA or
     * PGOPTIONS of the operator's shell would change what the server does.
     *
     * @param input fed to standard input
     * @param patience after which the program is killed
     */
    static Command run(List<String> arguments, String input, Duration patience)
            throws IOException, InterruptedException {
        ProcessBuilder builder = builder(arguments).redirectErrorStream(true);
        Process process = builder.start();
        process.onExit()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(late -> process.destroyForcibly());
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The program ended before it read everything; its exit code and output tell why.
            if (process.isAlive() && !"Broken pipe".equals(e.getMessage())) {
                throw e;
            }
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Command(process.waitFor(), output.strip());
    }

    static ProcessBuilder builder(List<String> arguments) {
        var builder = new ProcessBuilder(arguments).directory(new File("/"));
        var environment = builder.environment();
        environment.keySet().removeIf(name -> !name.equals("PATH"));
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        return builder;
    }

    /** Whether the program exists, runs and is content. */
    static boolean works(List<String> arguments) throws InterruptedException {
        try {
            return run(arguments, "", Duration.ofSeconds(10)).succeeded();
        } catch (IOException missing) {
            return false;
        }
    }

    boolean succeeded() {
        return exitCode == 0;
    }
}
