package io.kollega;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import sample.cycle.Sample;
import tools.jackson.databind.json.JsonMapper;

/** The cut of the application: acyclic, through doors only, allowed dependencies stated. */
class ModulesTest {
    private static final ApplicationModules MODULES = ApplicationModules.of(Kollega.class);

    @Test
    void usesOnlyWhatEachModuleStates() {
        MODULES.verify();
    }

    @Test
    void findsCycleAndUnstatedDependency() {
        assertThat(
                        ApplicationModules.of(
                                        Sample.class,
                                        (com.tngtech.archunit.core.importer.ImportOption) _ -> true)
                                .detectViolations()
                                .getMessages())
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
}
