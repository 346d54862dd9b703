package kollega.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The data folder of an application that has been started before: made once, then copied, which is
 * faster.
 */
final class MadeDatabase {

    private static @Nullable Path original;

    private MadeDatabase() {}

    static synchronized void copyTo(Path folder) throws IOException, CannotStart {
        Path from = original == null ? make() : original;
        original = from;
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.filter(any -> !any.equals(from)).toList()) {
                Files.copy(
                        path,
                        folder.resolve(from.relativize(path).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static Path make() throws IOException, CannotStart {
        Path folder = Files.createTempDirectory("kollega-test-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        EmbeddedPostgres.start(Settings.forTests(folder)).close();
        return folder;
    }

    private static void delete(Path folder) {
        try {
            Durable.deleteTree(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
