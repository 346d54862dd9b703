package kollega.postgres;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@link OwnerProgram} in a Java process of its own. */
final class OwnerProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private OwnerProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /**
     * @param prefix what to write before the command, to run it as another account for instance
     * @param searchPath the programs it finds, or empty for those of this process
     */
    static OwnerProcess start(
            Path data,
            Path binaries,
            List<String> prefix,
            String classPath,
            Optional<Path> searchPath)
            throws IOException {
        var command = new ArrayList<>(prefix);
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        OwnerProgram.class.getName(),
                        data.toString(),
                        binaries.toString()));
        var builder = new ProcessBuilder(command).directory(new File("/"));
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        searchPath.ifPresent(path -> builder.environment().put("PATH", path.toString()));
        return new OwnerProcess(builder.start());
    }

    static OwnerProcess start(Path data, Path binaries) throws IOException {
        return start(data, binaries, List.of(), thisClassPath(), Optional.empty());
    }

    static String thisClassPath() {
        return System.getProperty("java.class.path");
    }

    /** The next line, or empty at the end. */
    Optional<String> line() throws IOException {
        return Optional.ofNullable(output.readLine());
    }

    /** The rest of the line that begins with the word; lines before it are passed over. */
    String await(String word) throws IOException {
        var passedOver = new ArrayList<String>();
        for (var line = line(); line.isPresent(); line = line()) {
            if (line.get().startsWith(word + " ")) {
                return line.get().substring(word.length() + 1);
            }
            passedOver.add(line.get());
        }
        throw new IllegalStateException("Instead of \"" + word + "\" it said " + passedOver);
    }

    /**
     * As {@code kill -9} does; returns the number of the last row that was reported as committed.
     */
    int kill() throws IOException, InterruptedException {
        // Process.destroyForcibly would close the pipe with the last reports in it.
        process.toHandle().destroyForcibly();
        process.waitFor();
        int last = 0;
        for (var line = line(); line.isPresent(); line = line()) {
            if (line.get().matches("committed \\d+")) {
                last = Integer.parseInt(line.get().substring("committed ".length()));
            }
        }
        return last;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        output.lines().forEach(line -> {});
        process.onExit().join();
    }
}
