package kollega.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class UnpackingTest {

    @TempDir private Path cache;

    private static InputStream archive(String name) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)))) {
            var entry = new TarArchiveEntry(name);
            entry.setSize(2);
            tar.putArchiveEntry(entry);
            tar.write(new byte[] {'o', 'k'});
            tar.closeArchiveEntry();
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Test
    void makesProgramsExecutableAndLeavesNothingBeside() throws Exception {
        Path home = cache.resolve("home");

        Unpacking.unpack(archive("bin/postgres"), home);

        assertThat(home.resolve("bin/postgres")).hasContent("ok").isExecutable();
        assertThat(Unpacking.isComplete(home)).isTrue();
        assertThat(cache).isDirectoryNotContaining(path -> !path.equals(home));
    }

    @Test
    void replacesFolderThatLostAFile() throws Exception {
        Path home = cache.resolve("home");
        Unpacking.unpack(archive("lib/a.so"), home);
        Files.delete(home.resolve("lib/a.so"));
        assertThat(Unpacking.isComplete(home)).isFalse();

        Unpacking.unpack(archive("lib/a.so"), home);

        assertThat(Unpacking.isComplete(home)).isTrue();
        assertThat(cache).isDirectoryNotContaining(path -> !path.equals(home));
    }

    @Test
    void refusesEntriesOutside() {
        assertThatIOException()
                .isThrownBy(() -> Unpacking.unpack(archive("../escaped"), cache.resolve("home")));
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void letsSeveralUnpackAtOnce() throws Exception {
        Path home = cache.resolve("home");
        Callable<Boolean> unpacking =
                () -> {
                    Unpacking.unpack(archive("bin/postgres"), home);
                    return Unpacking.isComplete(home);
                };
        try (var executor = Executors.newFixedThreadPool(4)) {
            for (var done :
                    executor.invokeAll(List.of(unpacking, unpacking, unpacking, unpacking))) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(cache).isDirectoryNotContaining(path -> !path.equals(home));
    }
}
