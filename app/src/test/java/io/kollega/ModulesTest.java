package io.kollega;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.NamedInterface;
import sample.cycle.Sample;
import tools.jackson.databind.json.JsonMapper;

/** The cut of the application: acyclic, through doors only, allowed dependencies stated. */
class ModulesTest {
    private static final ApplicationModules MODULES = ApplicationModules.of(Kollega.class);

    private static final ApplicationModules SAMPLE =
            ApplicationModules.of(Sample.class, (ImportOption) _ -> true);

    @Test
    void usesOnlyWhatEachModuleStates() {
        MODULES.verify();
    }

    @Test
    void usesAllThatEachModuleStates() {
        assertThat(unused(MODULES)).isEmpty();
    }

    @Test
    void findsStatedDependencyThatIsNotUsed() {
        assertThat(unused(SAMPLE)).containsExactly("wide states right");
    }

    @Test
    void findsCycleAndUnstatedDependency() {
        assertThat(SAMPLE.detectViolations().getMessages())
                .anyMatch(message -> message.contains("Cycle"))
                .anyMatch(message -> message.contains("depends on module 'left'"));
    }

    @Test
    void statesDependenciesOfEveryModule() {
        assertThat(MODULES.stream().map(module -> module.getBasePackage().getName()))
                .allSatisfy(name ->
                        assertThat(Class.forName(name + ".package-info"))
                                .hasAnnotation(
                                        org.springframework.modulith.ApplicationModule.class));
    }

    /** Without the list every start would read every class to find the modules again. */
    @Test
    void listsEveryModuleForTheStart() throws IOException {
        try (InputStream list =
                Kollega.class.getResourceAsStream(
                        "/META-INF/spring-modulith/application-modules.json")) {
            assertThat(JsonMapper.builder().build().readTree(list).propertyNames())
                    .containsExactlyInAnyOrderElementsOf(
                            MODULES.stream()
                                    .map(module -> module.getIdentifier().toString())
                                    .toList());
        }
    }

    @Test
    void opensNoModule() {
        assertThat(MODULES.stream()).noneMatch(ApplicationModule::isOpen);
    }

    /** What modules say that they may use, and no class of theirs does. */
    private static List<String> unused(ApplicationModules modules) {
        List<String> unused = new ArrayList<>();
        for (ApplicationModule module : modules) {
            for (String stated : stated(module)) {
                if (!used(modules, module).contains(stated)) {
                    unused.add(module.getIdentifier() + " states " + stated);
                }
            }
        }
        return unused;
    }

    private static String[] stated(ApplicationModule module) {
        var annotation =
                module.getBasePackage()
                        .getAnnotation(org.springframework.modulith.ApplicationModule.class);
        return annotation.map(it -> it.allowedDependencies()).orElse(new String[0]);
    }

    /** As they are stated: the module, or a named interface of it. */
    private static Set<String> used(ApplicationModules modules, ApplicationModule module) {
        return module.getDirectDependencies(modules).stream()
                .map(dependency -> {
                    ApplicationModule target = dependency.getTargetModule();
                    String door =
                            target.getNamedInterfaces()
                                    .getNamedInterfacesContaining(dependency.getTargetType())
                                    .filter(NamedInterface::isNamed)
                                    .map(it -> " :: " + it.getName())
                                    .findFirst()
                                    .orElse("");
                    return target.getIdentifier() + door;
                })
                .collect(Collectors.toSet());
    }
}
