package io.kollega;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the application never does, so that nobody's words can make it. */
class DangerousCallsTest {
    private static final JavaClasses KOLLEGA =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.kollega");
    private static final JavaClasses SAMPLE =
            new ClassFileImporter().importPackages("sample.danger");

    enum Danger {
        COMMANDS("java.lang.ProcessBuilder", "the embedded database alone starts a program"),
        DESERIALIZING("java.io.ObjectInputStream", "what is read decides what is made"),
        GUESSABLE("java.util.Random", "secrets are drawn by SecureRandom, a demo by a seed");

        private final ArchRule rule;

        Danger(String type, String reason) {
            rule = never(type, reason);
        }
    }

    enum Absent {
        SCRIPTS("javax.script", "no text becomes code"),
        EXPRESSIONS("org.springframework.expression", "no text becomes code"),
        NAMES("javax.naming", "nothing is looked up by name on other machines"),
        LDAP("org.springframework.ldap", "there is no directory to ask"),
        XPATH("javax.xml.xpath", "there is no XML to be asked"),
        WEB_CLIENT("org.springframework.web.client", "no address that somebody gives is called"),
        SOCKETS("org.springframework.web.socket", "there are no sockets to guard");

        private final ArchRule rule;

        Absent(String prefix, String reason) {
            rule = never(prefix, reason);
        }
    }

    private static ArchRule never(String prefix, String reason) {
        return noClasses()
                .should()
                .dependOnClassesThat(
                        new DescribedPredicate<JavaClass>("begin with " + prefix) {
                            @Override
                            public boolean test(JavaClass type) {
                                return type.getName().equals(prefix)
                                        || type.getName().startsWith(prefix + ".");
                            }
                        })
                .because(reason);
    }

    /**
     * Names of hashes, ciphers and modes that are broken or too weak, as a program asks for them.
     */
    private static final Pattern BROKEN =
            Pattern.compile(
                    "\"(MD2|MD5|SHA-?1|SHA|DES|DESede|RC2|RC4|Blowfish|[^\"]*/ECB/[^\"]*"
                            + "|[^\"]*PKCS1Padding|SSLv3|TLSv1(\\.1)?|SHA1PRNG)\"");

    @Test
    void asksForNoBrokenAlgorithm() throws IOException {
        for (String module : List.of("app", "embedded-postgres")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                    // RFC 9474 signs a number that is padded already, and blindly.
                    String source =
                            file.endsWith("surveys/BlindKeys.java")
                                    ? Files.readString(file).replace("RSA/ECB/NoPadding", "")
                                    : Files.readString(file);
                    assertThat(BROKEN.matcher(source).find()).as(file.toString()).isFalse();
                }
            }
        }
        assertThat(BROKEN.matcher("MessageDigest.getInstance(\"MD5\")").find()).isTrue();
        assertThat(BROKEN.matcher("Cipher.getInstance(\"AES/ECB/NoPadding\")").find()).isTrue();
        assertThat(BROKEN.matcher("MessageDigest.getInstance(\"SHA-256\")").find()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void areNotMade(Danger danger) {
        danger.rule.check(KOLLEGA);
    }

    @ParameterizedTest
    @EnumSource
    void areFoundWhereTheyAre(Danger danger) {
        assertThat(danger.rule.evaluate(SAMPLE).hasViolation()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void areNotEvenThere(Absent absent) {
        absent.rule.check(KOLLEGA);
    }
}
