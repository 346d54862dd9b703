package io.kollega;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A schema is a module's own: its migrations make and bind nothing elsewhere, and no other module's
 * SQL reads or writes it, but for the views made for that.
 */
class SchemasTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path SOURCES = Path.of("src/main/java/io/kollega");

    /** What stands in {@code schema.table} after these words is read, written or bound. */
    private static final String USES =
            "(?i)\\b(?:from|join|into|update|table|view|index \\w+ on|references|truncate)\\s+"
                    + "(?:only\\s+|if not exists\\s+)?((?:%s)\\.[a-z_]+)";

    /** Made for other modules to read; their comment in the migration says so. */
    private static final Set<String> SHARED = Set.of("organization.colleague");

    /** Written once by the migration that gave it away. */
    private static final Set<String> MOVED = Set.of("calls.idempotency_key");

    @Test
    void areUsedByTheirOwnModulesAlone() throws IOException {
        for (String module : schemas()) {
            Set<String> used = foreign(module, text(MIGRATIONS.resolve(module)));
            used.removeAll(MOVED);
            assertThat(used).as("migrations of " + module).isEmpty();
        }
        for (String module : folders(SOURCES)) {
            assertThat(foreign(module, text(SOURCES.resolve(module))))
                    .as("SQL of " + module)
                    .isEmpty();
        }
    }

    @Test
    void findsForeignKeyAndQueryAcrossSchemas() throws IOException {
        assertThat(
                        foreign(
                                "ratings",
                                """
                                create table ratings.rating (
                                    request bigint references requests.request (id));
                                select * from ratings.rating join organization.person using (id)
                                join organization.colleague using (person)
                                """))
                .containsExactly("organization.person", "requests.request");
    }

    private static Set<String> foreign(String module, String text) throws IOException {
        return Pattern.compile(USES.formatted(String.join("|", schemas())))
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(table -> !table.startsWith(module + "."))
                .filter(table -> !SHARED.contains(table))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> schemas() throws IOException {
        List<String> schemas =
                folders(MIGRATIONS).stream().filter(name -> !name.startsWith("_")).toList();
        assertThat(schemas).hasSizeGreaterThan(8);
        return schemas;
    }

    private static List<String> folders(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .collect(Collectors.joining("\n"));
        }
    }
}
