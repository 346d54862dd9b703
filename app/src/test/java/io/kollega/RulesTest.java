package io.kollega;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import sample.clock.ReadsTheClock;

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
                    .that()
                    .doNotHaveFullyQualifiedName(Kollega.class.getName())
                    .should()
                    .callCodeUnitWhere(
                            new DescribedPredicate<JavaCall<?>>("reads the system clock") {
                                @Override
                                public boolean test(JavaCall<?> call) {
                                    return readsTheTime(call.getTarget());
                                }
                            })
                    .because("the Clock bean is the only clock, and made in one place");

    private static boolean readsTheTime(CodeUnitCallTarget target) {
        List<String> parameters =
                target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        return switch (target.getOwner().getName()) {
            case "java.time.Clock" ->
                    target.getName().startsWith("system") || target.getName().startsWith("tick");
            case "java.lang.System" -> target.getName().equals("currentTimeMillis");
            case "java.util.Calendar" -> target.getName().equals("getInstance");
            case "java.util.Date" -> isConstructor(target) && parameters.isEmpty();
            case "java.util.GregorianCalendar" -> isConstructor(target);
            case String owner ->
                    owner.startsWith("java.time.")
                            && target.getName().equals("now")
                            && !parameters.contains("java.time.Clock");
        };
    }

    private static boolean isConstructor(CodeUnitCallTarget target) {
        return target.getName().equals("<init>");
    }

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
        List<String> found =
                CLOCK.evaluate(SAMPLE).getFailureReport().getDetails().stream()
                        .map(detail ->
                                detail.replaceAll(
                                        ".*ReadsTheClock\\.(\\w+)\\(.*?\\)> calls.*", "$1"))
                        .toList();
        assertThat(found)
                .containsExactlyInAnyOrder(
                        Arrays.stream(ReadsTheClock.class.getDeclaredMethods())
                                .map(Method::getName)
                                .toArray(String[]::new));
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

    /** Whoever takes answers must not be able to learn whose they are, not even by mistake. */
    private static final String WHO_SENDS =
            "(jakarta\\.servlet|io\\.kollega\\.(organization|access|audit|calls|notifications))\\..*"
                    + "|io\\.kollega\\.shell\\.(Visitors?|Pages?|HeaderText|Received)(\\$.*)?"
                    + "|java\\.security\\.Principal"
                    + "|org\\.springframework\\.(session|security)\\..*"
                    + "|org\\.springframework\\.http\\.(RequestEntity|HttpEntity|HttpHeaders|server\\..*)"
                    + "|org\\.springframework\\.web\\.(context\\.request|util)\\..*"
                    + "|org\\.springframework\\.web\\.bind\\.annotation\\."
                    + "(RequestHeader|CookieValue|SessionAttributes?|RequestAttribute|ModelAttribute)";

    private static ArchRule nameless(String module) {
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat()
                .haveNameMatching(WHO_SENDS)
                .because("an answer is taken without anything that tells who sends it");
    }

    @Test
    void takesAnswersWithoutSeeingWhoSendsThem() {
        nameless("io.kollega.answers").check(KOLLEGA);
    }

    @Test
    void findsTakerOfAnswersWhoLooks() {
        List<String> found =
                nameless("sample.answers")
                        .evaluate(new ClassFileImporter().importPackages("sample.answers"))
                        .getFailureReport()
                        .getDetails();
        assertThat(found)
                .anyMatch(it -> it.contains("HttpServletRequest"))
                .anyMatch(it -> it.contains("RequestHeader"))
                .anyMatch(it -> it.contains("CurrentPerson"))
                .anyMatch(it -> it.contains("CookieValue"));
    }
}
