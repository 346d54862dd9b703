package io.kollega.database;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import kollega.postgres.PrivateFolder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The data folder, for what a module keeps in files of its own beside the database. */
@Component
public final class DataFolder {
    private final Path folder;

    DataFolder(Environment environment) {
        this.folder = DatabaseSettings.from(environment).data();
    }

    /** What has this name inside the data folder, whether it is there or not. */
    public Path resolve(String name) {
        return folder.resolve(name);
    }

    /** Begins a new file at a place that {@link #resolve} gave; only its owner may read it. */
    public FileChannel create(Path file) throws IOException {
        if (!file.startsWith(folder)) {
            throw new IllegalArgumentException(file + " is not in the data folder.");
        }
        PrivateFolder.make(Objects.requireNonNull(file.getParent()));
        return FileChannel.open(file, Set.of(CREATE_NEW, WRITE), PrivateFolder.FILE);
    }
}
