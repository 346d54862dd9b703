package io.kollega;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What templates and scripts are kept from, each with a sample that must be found. */
class PageSourcesTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path SCRIPTS = Path.of("src/main/resources/static/js");

    /** Words that get onto a page as they are, or a script or style within it. */
    private static final Pattern UNSAFE =
            Pattern.compile(
                    "\\$unsafe|<script(?![^>]*\\bsrc=)|<style|\\sstyle=|\\son[a-z]+=|javascript:");

    /**
     * Words that become markup or code, that are kept in the browser, or that come from elsewhere.
     */
    private static final Pattern MADE =
            Pattern.compile(
                    "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function"
                            + "|localStorage|sessionStorage|indexedDB|document\\.cookie|postMessage"
                            + "|\"message\"|XMLHttpRequest|WebSocket|__proto__|https?://");

    private static final Pattern PASSWORD =
            Pattern.compile(
                    "(?:<input.*\\bname ?=|field\\(id =) ?\"(confirm-)?(password|current|again)\"");

    @Test
    void templatesWriteNothingUnescapedAndHoldNoScript() throws IOException {
        assertThat(found(TEMPLATES, "jte", UNSAFE)).isEmpty();
        assertThat(UNSAFE.matcher("$unsafe{name}").find()).isTrue();
        assertThat(UNSAFE.matcher("<a onclick=\"go()\">").find()).isTrue();
        assertThat(UNSAFE.matcher("<script src=\"/a.js\" defer></script>").find()).isFalse();
    }

    @Test
    void everyPageLetsOneSignOut() throws IOException {
        assertThat(found(TEMPLATES, "jte", Pattern.compile("<!DOCTYPE")))
                .containsExactly(TEMPLATES.resolve("shell/layout.jte").toString());
        assertThat(read(TEMPLATES.resolve("shell/layout.jte"))).contains("@template.shell.top(");
        assertThat(read(TEMPLATES.resolve("shell/top.jte"))).contains("@template.shell.you(");
        assertThat(read(TEMPLATES.resolve("shell/you.jte")))
                .containsPattern("<form method=\"post\" action=\"/sign-out\"");
    }

    @Test
    void scriptsMakeNoMarkupAndKeepNothing() throws IOException {
        assertThat(found(SCRIPTS, "js", MADE)).isEmpty();
        assertThat(MADE.matcher("box.innerHTML = text").find()).isTrue();
        assertThat(MADE.matcher("localStorage.setItem('a', 1)").find()).isTrue();
    }

    @Test
    void passwordsAreMaskedAndLeftToPasswordManagers() throws IOException {
        List<String> fields =
                sources(TEMPLATES, "jte").stream()
                        .flatMap(source -> read(source).lines())
                        .filter(line -> PASSWORD.matcher(line).find())
                        .filter(line -> !line.contains("type=\"hidden\""))
                        .toList();
        assertThat(fields).hasSizeGreaterThan(3);
        assertThat(fields)
                .allSatisfy(field ->
                        assertThat(field.replace(" = ", "="))
                                .contains("type=\"password\"")
                                .containsPattern("autocomplete=\"(current|new)-password\"")
                                .doesNotContain("onpaste", "maxlength", "pattern="));
    }

    private static List<String> found(Path folder, String ending, Pattern what) throws IOException {
        List<Path> sources = sources(folder, ending);
        assertThat(sources).isNotEmpty();
        return sources.stream()
                .filter(source -> what.matcher(read(source)).find())
                .map(Path::toString)
                .toList();
    }

    private static List<Path> sources(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(it -> it.toString().endsWith("." + ending)).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
