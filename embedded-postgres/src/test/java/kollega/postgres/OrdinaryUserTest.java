package kollega.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdinaryUserTest {

    private static final String NOBODY = "65534";

    /** No system has a name for this number. */
    private static final String NAMELESS = "1234567";

    @TempDir(factory = EnterableFolder.class)
    private Path folder;

    private OwnerProcess start(String uid) throws Exception {
        Path home = folder.resolve(uid);
        Files.createDirectories(home);
        Files.setAttribute(home, "unix:uid", Integer.parseInt(uid));
        return OwnerProcess.start(
                home.resolve("data"),
                binaries(),
                List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups"),
                readableClassPath(),
                Optional.empty());
    }

    @Test
    void startsWithoutRoot() throws Exception {
        RootOnly.assume("the change to an ordinary user; every other test here runs as one");
        try (var owner = start(NOBODY)) {
            assertThat(owner.await("ready")).isEqualTo("kollega");
        }

        Path data = folder.resolve(NOBODY).resolve("data");
        assertThat(Account.ownerUid(data.resolve("postgres/PG_VERSION")))
                .isEqualTo(Long.parseLong(NOBODY));
        assertThat(OpenToOthers.in(data)).isEmpty();
    }

    @Test
    void refusesUserWithoutAName() throws Exception {
        RootOnly.assume("the change to a user without a name");
        try (var owner = start(NAMELESS)) {
            assertThat(owner.line())
                    .hasValueSatisfying(line ->
                            assertThat(line).startsWith("NAMELESS_USER").contains(NAMELESS));
        }
    }

    /** Readable by everybody, so that nothing is unpacked again. */
    private Path binaries() throws Exception {
        var account = Account.choose(new Layout(folder));
        Path cache = BinariesCache.folder(Optional.empty(), account);
        Binaries.unpackedIn(cache);
        return cache;
    }

    /** Root's own repository of libraries is closed to others. */
    private String readableClassPath() throws Exception {
        var copies = new ArrayList<String>();
        for (String entry : OwnerProcess.thisClassPath().split(File.pathSeparator)) {
            Path copy = folder.resolve("library-" + copies.size() + ".jar");
            Path original = Path.of(entry);
            if (Files.isDirectory(original)) {
                try (Stream<Path> tree = Files.walk(original)) {
                    for (Path path : tree.toList()) {
                        Files.copy(
                                path,
                                copy.resolve(original.relativize(path).toString()),
                                StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            } else if (Files.exists(original)) {
                Files.copy(original, copy);
            }
            copies.add(copy.toString());
        }
        return String.join(File.pathSeparator, copies);
    }
}
