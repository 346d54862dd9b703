package io.kollega.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class DataFolderTest {
    @TempDir Path home;
    private DataFolder data;

    @BeforeEach
    void name() {
        data =
                new DataFolder(
                        new MockEnvironment()
                                .withProperty("kollega.data", home.resolve("data").toString()));
    }

    @Test
    void makesFilesForTheirOwnerAlone() throws Exception {
        Path file = data.resolve("attachments").resolve("ab").resolve("abc");
        try (FileChannel channel = data.create(file)) {
            channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        }
        assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(permissions(file)).isEqualTo("rw-------");
        for (Path folder :
                new Path[] {file.getParent(), data.resolve("attachments"), data.resolve("")}) {
            assertThat(permissions(folder)).isEqualTo("rwx------");
        }
    }

    @Test
    void overwritesNothingAndLeavesTheFolderNever() throws Exception {
        Path file = data.resolve("once");
        data.create(file).close();
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> data.create(file));
        assertThatIllegalArgumentException().isThrownBy(() -> data.create(home.resolve("other")));
        assertThat(home.resolve("other")).doesNotExist();
    }

    @Test
    void closesFolderAtTheStartOfGivenDatabase() throws Exception {
        Path folder = Files.createDirectories(data.resolve("attachments"));
        Path file = Files.writeString(folder.resolve("old"), "private");
        for (Path open : new Path[] {data.resolve(""), folder}) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        MockEnvironment given =
                new MockEnvironment()
                        .withProperty("kollega.data", data.resolve("").toString())
                        .withProperty("KOLLEGA_DATABASE_URL", "jdbc:postgresql://localhost/none");

        Server.open(DatabaseSettings.from(given)).close();

        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(data.resolve(""))).isEqualTo("rwx------");
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
