package io.kollega;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rules that hold everywhere, each with a sample that must fail. */
class RulesTest {
    private static final JavaClasses KOLLEGA =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.kollega");
    private static final JavaClasses SAMPLE =
            new ClassFileImporter().importPackages("sample.clock");

    /** Reading the time without a Clock makes tests depend on the day they run. */
    private static final ArchRule CLOCK =
            noClasses()
                    .should()
                    .callMethodWhere(
                            new DescribedPredicate<JavaMethodCall>("reads the system clock") {
                                @Override
                                public boolean test(JavaMethodCall call) {
                                    MethodCallTarget target = call.getTarget();
                                    String owner = target.getOwner().getName();
                                    boolean now =
                                            owner.startsWith("java.time.")
                                                    && target.getName().equals("now")
                                                    && target.getRawParameterTypes().isEmpty();
                                    boolean millis =
                                            owner.equals("java.lang.System")
                                                    && target.getName().equals("currentTimeMillis");
                                    return now || millis;
                                }
                            })
                    .because("the Clock bean is the only clock");

    /** A stream of rows holds its connection until it is closed, and a dozen of them hold all. */
    private static final ArchRule STREAMS =
            noClasses()
                    .should()
                    .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                    .because("list() gives the connection back; .list().stream() reads as well");

    @Test
    void givesConnectionsBack() {
        STREAMS.check(KOLLEGA);
    }

    @Test
    void findsKeeperOfConnections() {
        assertThat(
                        STREAMS.evaluate(
                                        new ClassFileImporter()
                                                .importPackages("sample.connections"))
                                .hasViolation())
                .isTrue();
    }

    @Test
    void readsTheTimeThroughTheClockOnly() {
        CLOCK.check(KOLLEGA);
    }

    @Test
    void findsReaderOfTheSystemClock() {
        assertThat(CLOCK.evaluate(SAMPLE).hasViolation()).isTrue();
    }

    @Test
    void marksEveryPackageForNullChecks() {
        assertThat(unmarked(KOLLEGA)).isEmpty();
    }

    @Test
    void findsUnmarkedPackage() {
        assertThat(unmarked(SAMPLE)).containsExactly("sample.clock");
    }

    private static Set<String> unmarked(JavaClasses classes) {
        Set<String> names = new TreeSet<>();
        classes.stream()
                .map(c -> c.getPackage())
                .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                .forEach(p -> names.add(p.getName()));
        return names;
    }
}
