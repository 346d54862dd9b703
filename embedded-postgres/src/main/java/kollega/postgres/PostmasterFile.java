package kollega.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a server writes about itself into postmaster.pid. It proves nothing about the process of
 * that number: see {@link ServerProcess}.
 *
 * @param pid number of the main process
 * @param port TCP port, or 0 while it is not written yet
 * @param ready whether the server accepts connections
 */
record PostmasterFile(long pid, int port, boolean ready) {

    /** Empty if there is no file, or none with a number in its first line. */
    static Optional<PostmasterFile> read(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        String pid = line(lines, 0);
        if (!pid.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        String port = line(lines, 3);
        return Optional.of(
                new PostmasterFile(
                        Long.parseLong(pid),
                        port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0,
                        line(lines, 7).equals("ready")));
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index).strip() : "";
    }
}
