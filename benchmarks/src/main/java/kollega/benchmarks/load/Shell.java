package kollega.benchmarks.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command {@code bin/kollega}. */
record Shell(Path root, Path data) {

    /** What the command prints. */
    String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(root.resolve("bin/kollega").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString()));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("bin/kollega " + arguments[0] + " failed: " + said);
        }
        return said.strip();
    }

    /** The header line with a new API token of this person. */
    String token(String login) throws IOException, InterruptedException {
        return "Authorization: Bearer "
                + run("token", "create", "--person", login, "--name", "bench");
    }
}
