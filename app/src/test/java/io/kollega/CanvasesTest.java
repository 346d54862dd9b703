package io.kollega;

import static java.util.Comparator.comparingInt;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/**
 * A page a module, made from the code: what it answers, its door, what it may use, what it keeps.
 * After a change that is meant, run this test with KOLLEGA_WRITE_CANVASES=true.
 */
class CanvasesTest {
    private static final Path KEPT = Path.of("..", "docs", "modules");
    private static final Path SOURCES = Path.of("src/main/java/io/kollega");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern FIRST = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern TABLE =
            Pattern.compile("^(create|drop) (?:table|view) ([a-z_.]+)", Pattern.MULTILINE);
    private static final ApplicationModules MODULES = ApplicationModules.of(Kollega.class);

    @Test
    void areAsTheCodeIs() throws IOException {
        TreeMap<String, String> now = new TreeMap<>();
        for (ApplicationModule module : MODULES) {
            now.put(module.getIdentifier() + ".md", canvas(module));
        }
        now.put("README.md", index(now));
        if ("true".equals(System.getenv("KOLLEGA_WRITE_CANVASES"))) {
            Files.createDirectories(KEPT);
            for (var page : now.entrySet()) {
                Files.writeString(KEPT.resolve(page.getKey()), page.getValue());
            }
        }
        TreeMap<String, String> kept = new TreeMap<>();
        try (Stream<Path> pages = Files.list(KEPT)) {
            for (Path page : pages.toList()) {
                kept.put(page.getFileName().toString(), Files.readString(page));
            }
        }
        assertThat(kept)
                .as("differ from docs/modules; if meant, run with KOLLEGA_WRITE_CANVASES=true")
                .isEqualTo(now);
    }

    private static String index(TreeMap<String, String> canvases) {
        return canvases.entrySet().stream()
                .map(canvas -> {
                    String name = canvas.getKey().replace(".md", "");
                    return "| [%s](%s) | %s |"
                            .formatted(
                                    name,
                                    canvas.getKey(),
                                    canvas.getValue().lines().skip(2).findFirst().orElse(""));
                })
                .collect(
                        Collectors.joining(
                                "\n",
                                "# Modules\n\nMade from the code by `CanvasesTest`.\n\n| module | answers |\n| --- | --- |\n",
                                "\n"));
    }

    private static String canvas(ApplicationModule module) throws IOException {
        String name = module.getIdentifier().toString();
        List<String> door = new java.util.ArrayList<>();
        door.addAll(types(module, module.getBasePackage().getName()));
        List<JavaClass> events =
                module.getNamedInterfaces().stream()
                        .filter(one -> !one.isUnnamed())
                        .flatMap(one -> one.asJavaClasses())
                        .toList();
        return """
        # %s

        %s

        **Door:** %s
        %s
        **May use:** %s

        **Keeps:** %s
        """
                .formatted(
                        name,
                        question(name),
                        listed(door),
                        events.isEmpty()
                                ? ""
                                : "\n**Named interfaces:** "
                                        + listed(
                                                events.stream()
                                                        .filter(CanvasesTest::open)
                                                        .map(CanvasesTest::name)
                                                        .sorted()
                                                        .toList())
                                        + "\n",
                        listed(allowed(name)),
                        listed(tables(name)));
    }

    private static List<String> types(ApplicationModule module, String base) {
        return module.getBasePackage().stream()
                .filter(type -> type.getPackageName().equals(base))
                .filter(CanvasesTest::open)
                .map(CanvasesTest::name)
                .sorted()
                .toList();
    }

    private static boolean open(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getSimpleName().equals("package-info")
                && !type.getName().contains("$")
                && !type.getSimpleName().startsWith("Jte");
    }

    private static String name(JavaClass type) {
        return type.getSimpleName();
    }

    private static List<String> allowed(String module) {
        try {
            return Arrays.stream(
                            Class.forName("io.kollega." + module + ".package-info")
                                    .getAnnotation(
                                            org.springframework.modulith.ApplicationModule.class)
                                    .allowedDependencies())
                    .sorted()
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String question(String module) throws IOException {
        Matcher first =
                FIRST.matcher(
                        Files.readString(SOURCES.resolve(module).resolve("package-info.java")));
        assertThat(first.find()).as(module + " says what it answers").isTrue();
        return first.group(1)
                .replaceAll("\\s*\\n\\s*\\*\\s?", " ")
                .replaceAll("\\{@link (?:#)?([^}]*)}", "$1")
                .strip();
    }

    private static List<String> tables(String module) throws IOException {
        Path folder = MIGRATIONS.resolve(module);
        TreeSet<String> tables = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> scripts = Files.list(folder)) {
                for (Path script : scripts.sorted(comparingInt(CanvasesTest::version)).toList()) {
                    Matcher table = TABLE.matcher(Files.readString(script));
                    while (table.find()) {
                        if (table.group(1).equals("create")) {
                            tables.add(table.group(2));
                        } else {
                            tables.remove(table.group(2));
                        }
                    }
                }
            }
        }
        return List.copyOf(tables);
    }

    private static int version(Path migration) {
        return Integer.parseInt(
                migration.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1"));
    }

    private static String listed(List<String> names) {
        return names.isEmpty()
                ? "nothing"
                : names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
