package io.kollega;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** What the build says of where libraries come from and what is shipped. */
class BillOfMaterialsTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void isWrittenWheneverTheProductIsPackaged() throws IOException {
        var plugin =
                read(ROOT.resolve("app/pom.xml")).select("build > plugins > plugin").stream()
                        .filter(it -> text(it, "artifactId").equals("cyclonedx-maven-plugin"))
                        .findFirst()
                        .orElseThrow();
        assertThat(text(plugin, "phase")).isEqualTo("package");
        assertThat(text(plugin, "goal")).isEqualTo("makeBom");
        assertThat(text(plugin, "includeTestScope")).isEqualTo("false");
        assertThat(plugin.select("skip, excludeTypes, excludeArtifactId")).isEmpty();
    }

    @Test
    void hasLibrariesOfOneRepositoryInVersionsThatDoNotMove() throws IOException {
        List<Path> poms;
        try (Stream<Path> folders = Files.list(ROOT)) {
            poms =
                    Stream.concat(
                                    Stream.of(ROOT.resolve("pom.xml")),
                                    folders.map(it -> it.resolve("pom.xml")))
                            .filter(Files::exists)
                            .toList();
        }
        assertThat(poms).hasSizeGreaterThan(3);
        for (Path pom : poms) {
            Document project = read(pom);
            assertThat(project.select("repository, pluginRepository")).as(pom.toString()).isEmpty();
            assertThat(project.select("dependency > version, plugin > version").eachText())
                    .as(pom.toString())
                    .noneMatch(it -> it.matches(".*[\\[(,].*|LATEST|RELEASE"))
                    .allMatch(it -> it.startsWith("${") || !it.endsWith("-SNAPSHOT"));
        }
    }

    private static Document read(Path pom) throws IOException {
        return Jsoup.parse(Files.readString(pom), "", Parser.xmlParser());
    }

    private static String text(org.jsoup.nodes.Element element, String name) {
        return element.select(name).text();
    }
}
