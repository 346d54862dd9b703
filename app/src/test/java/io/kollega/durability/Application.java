package io.kollega.durability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Kollega as a process of its own, on a data folder, that can be killed without a word. */
final class Application implements AutoCloseable {
    private static final String READY = "Kollega is ready at ";

    private final Process process;
    private final String address;
    private final Path data;

    private Application(Process process, String address, Path data) {
        this.process = process;
        this.address = address;
        this.data = data;
    }

    /** Starts it and waits until it serves. */
    static Application start(Path data, int port) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx288m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "io.kollega.Kollega",
                                "--server.port=" + port,
                                "--kollega.data=" + data));
        Process process =
                new ProcessBuilder(command)
                        .redirectError(data.resolveSibling("errors.log").toFile())
                        .start();
        CompletableFuture<String> ready = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> listen(process, ready));
        return new Application(process, ready.get(120, TimeUnit.SECONDS), data);
    }

    private static void listen(Process process, CompletableFuture<String> ready) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith(READY)) {
                    ready.complete(line.substring(READY.length()));
                }
            }
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
        ready.completeExceptionally(new IllegalStateException("It did not start: " + said));
    }

    String address() {
        return address;
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Kills the application; its database may live on for a moment. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Kills the postmaster, and with it the whole server. */
    void killDatabase() throws IOException {
        Path file = data.resolve("postgres").resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
