package io.kollega.database;

import java.nio.file.Path;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The data folder, for what a module keeps in files of its own beside the database. */
@Component
public final class DataFolder {
    private final Path folder;

    DataFolder(Environment environment) {
        this.folder = DatabaseSettings.from(environment).data();
    }

    /** A folder of this name inside the data folder; the caller makes it. */
    public Path resolve(String name) {
        return folder.resolve(name);
    }
}
