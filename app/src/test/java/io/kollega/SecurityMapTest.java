package io.kollega;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security.md names tests that there are, leaves no requirement out, and counts rightly. */
class SecurityMapTest {
    private static final Path ROOT = Path.of("..");
    private static final Path LEVELS = Path.of("src/test/resources/io/kollega/asvs-5.0.0.txt");

    private static final String SUMMARY =
            """
            ## Keys
            | level 1 | 1 | 0 | 0 |
            | level 2 | 1 | 1 | 1 |
            | level 3, where met | 0 | 0 | 0 |
            """;
    private static final String SOUND =
            SUMMARY
                    + """
                    | 1.1.1 | 1 | asks | `ATest.holds` |
                    | 1.1.2 | 2 | asks | **does not apply**: there is none of it |
                    | 1.1.3 | 2 | asks | **not met**: nobody did; needed: somebody |
                    | 11.1.1 | 2 | asks | [Keys](#keys) |
                    """;
    private static final Map<String, Integer> SAMPLE =
            new TreeMap<>(Map.of("1.1.1", 1, "1.1.2", 2, "1.1.3", 2, "11.1.1", 2, "1.1.4", 3));

    @Test
    void saysOfEveryRequirementHowItIsMetOrWhyItIsNot() throws IOException {
        Map<String, Path> tests = tests();
        SecurityMap map = SecurityMap.read(Files.readAllLines(ROOT.resolve("docs/security.md")));
        assertThat(map.faults(levels(), it -> isThere(it, tests))).isEmpty();
    }

    @Test
    void findsNothingWrongWithSoundSample() {
        assertThat(faults(SOUND)).isEmpty();
    }

    @Test
    void findsTestsThatAreNotThere() {
        assertThat(faults(SOUND.replace("ATest.holds", "ATest.held")))
                .containsExactly("1.1.1 names no test: ATest.held");
        assertThat(faults(SOUND.replace("ATest.holds` ", "ATest.holds`, `ATest` ")))
                .containsExactly("1.1.1 names no test: ATest");
    }

    @Test
    void findsRequirementsLeftOutTwiceOrOfAnotherLevel() {
        assertThat(faults(SOUND.replace("| 1.1.2 | 2 |", "| 1.1.9 | 2 |")))
                .contains("1.1.2 is missing")
                .anyMatch(it -> it.startsWith("1.1.9 has another level"));
        assertThat(faults(SOUND.replace("| 1.1.2 | 2 |", "| 1.1.3 | 2 |")))
                .contains("1.1.3 stands twice");
        assertThat(faults(SOUND.replace("| 1.1.1 | 1 |", "| 1.1.1 | 3 |")))
                .anyMatch(it -> it.startsWith("1.1.1 has another level"))
                .anyMatch(it -> it.startsWith("level 3 has 1 | 0 | 0"));
    }

    @Test
    void findsRowsThatSayNothing() {
        for (String how :
                List.of("yes", "**not met**", "**not met**: too hard for us", "[Keys](#keys)")) {
            assertThat(faults(SOUND.replace("`ATest.holds`", how)))
                    .as(how)
                    .contains("1.1.1 says neither how it is met nor why it isn't");
        }
        assertThat(faults(SOUND.replace("(#keys)", "(#locks)")))
                .containsExactly("11.1.1 leads nowhere: locks");
    }

    @Test
    void findsTestsByTheirAnnotation() {
        String source = "@Test\n    void one() { }\n @ParameterizedTest\n @X(\"a\")\n void two(";
        assertThat(SecurityMap.holds(source, "one")).isTrue();
        assertThat(SecurityMap.holds(source, "two")).isTrue();
        assertThat(SecurityMap.holds(source + "; private void three(", "three")).isFalse();
    }

    private static List<String> faults(String sample) {
        return SecurityMap.read(sample.lines().toList()).faults(SAMPLE, "ATest.holds"::equals);
    }

    private static Map<String, Integer> levels() throws IOException {
        return Files.readAllLines(LEVELS).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" "))
                .collect(
                        Collectors.toMap(
                                it -> it[0],
                                it -> Integer.valueOf(it[1]),
                                (a, _) -> a,
                                TreeMap::new));
    }

    private static Map<String, Path> tests() throws IOException {
        Map<String, Path> tests = new TreeMap<>();
        for (String module : List.of("app", "embedded-postgres", "measurement")) {
            try (Stream<Path> sources = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                sources.filter(it -> it.toString().endsWith("Test.java"))
                        .forEach(it ->
                                tests.put(it.getFileName().toString().replace(".java", ""), it));
            }
        }
        return tests;
    }

    private static boolean isThere(String test, Map<String, Path> tests) {
        String[] names = test.split("\\.");
        Path source = tests.get(names[0]);
        try {
            return names.length == 2
                    && source != null
                    && SecurityMap.holds(Files.readString(source), names[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
