package kollega.measurement;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the library keeps out, so that its figures depend on its arguments alone. */
class LibraryRulesTest {

    private static final JavaClasses LIBRARY =
            new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .importPackages("kollega.measurement");

    private static final ArchRule NO_OUTSIDE =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "io.kollega..",
                            "java.sql..",
                            "java.net..",
                            "java.nio.file..",
                            "java.nio.channels..")
                    .orShould()
                    .dependOnClassesThat()
                    .haveNameMatching("java\\.io\\.(.*File.*|PrintStream|Console)");

    private static final ArchRule NO_CLOCK =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(System.class, "nanoTime")
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Clock.class);

    private static final ArchRule NO_UNSEEDED_CHANCE =
            noClasses()
                    .should()
                    .callConstructor(SplittableRandom.class)
                    .orShould()
                    .callConstructor(java.util.Random.class)
                    .orShould()
                    .callMethod(Math.class, "random")
                    .orShould()
                    .callConstructor(org.hipparchus.random.RandomDataGenerator.class);

    @Test
    void knowsNoFrameworkDatabaseFileOrNetwork() {
        NO_OUTSIDE.check(LIBRARY);
        refuses(NO_OUTSIDE, ReadsFile.class);
    }

    @Test
    void readsNoClock() {
        NO_CLOCK.check(LIBRARY);
        refuses(NO_CLOCK, ReadsClock.class);
    }

    @Test
    void drawsNothingWithoutASeed() {
        NO_UNSEEDED_CHANCE.check(LIBRARY);
        refuses(NO_UNSEEDED_CHANCE, DrawsByChance.class);
    }

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        slices().matching("kollega.measurement.(*)..").should().beFreeOfCycles().check(LIBRARY);
    }

    private static void refuses(ArchRule rule, Class<?> sample) {
        var classes = new ClassFileImporter().importClasses(sample);
        assertThatThrownBy(() -> rule.check(classes)).isInstanceOf(AssertionError.class);
    }

    static final class ReadsFile {
        boolean there() {
            return new java.io.File("x").exists();
        }
    }

    static final class ReadsClock {
        Instant now() {
            return Instant.now();
        }
    }

    static final class DrawsByChance {
        double draw() {
            return new SplittableRandom().nextDouble();
        }
    }
}
