package kollega.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Kollega as {@code bin/run} starts it, on a free port of its own. */
final class Instance implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Process process;
    private final int port;
    private final Duration start;

    private Instance(Process process, int port, Duration start) {
        this.process = process;
        this.port = port;
        this.start = start;
    }

    /** Starts Kollega and waits until it says that it is ready. */
    static Instance start(Path root, Path data, boolean demo)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(root.resolve("bin/run").toString());
        if (demo) {
            command.add("--demo");
        }
        command.addAll(List.of("--port", Integer.toString(port), "--data", data.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        long began = System.nanoTime();
        Process process = builder.start();
        CompletableFuture<Long> ready = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> listen(process, ready));
        try {
            long at = ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return new Instance(process, port, Duration.ofNanos(at - began));
        } catch (ExecutionException | TimeoutException e) {
            process.destroy();
            throw new IOException("Kollega did not start: its own words stand above.", e);
        }
    }

    private static void listen(Process process, CompletableFuture<Long> ready) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("Kollega is ready at")) {
                    ready.complete(System.nanoTime());
                } else {
                    System.err.println(line);
                }
            }
            ready.completeExceptionally(new IOException("Kollega ended before it was ready."));
        } catch (IOException e) {
            ready.completeExceptionally(new UncheckedIOException(e));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    /** From the start of the command to the line that says it is ready. */
    Duration startTime() {
        return start;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IOException("Kollega did not end within a minute of being asked to.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
