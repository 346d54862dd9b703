package io.kollega;

import java.time.Clock;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

/** The application. Its modules are the packages beside this class; nothing else belongs here. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(sharedModules = {"tables", "database", "permissions", "shell", "audit"})
public class Kollega {

    /**
     * Serves until it is told to stop. Exit code 2 when it can't start for a reason it can name.
     */
    public static void main(String[] arguments) {
        try {
            Startup.refuseTakenPort(arguments);
            SpringApplication application = new SpringApplication(Kollega.class);
            application.addListeners(new Startup());
            application.run(arguments);
        } catch (RuntimeException failure) {
            System.exit(Startup.explain(failure));
        }
    }

    /** The only clock: everything that needs the time asks for this bean. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** What happens by itself every so often; off where commands and tests do it by hand. */
    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @ConditionalOnProperty(name = "kollega.background", matchIfMissing = true)
    static class Background {}

    /** The session store switches scheduling on for everything, so it has to be taken out again. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "kollega.background", havingValue = "false")
    static class NoBackground {
        @Bean
        static BeanDefinitionRegistryPostProcessor noScheduling() {
            return registry -> {
                String scheduling =
                        TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME;
                if (registry.containsBeanDefinition(scheduling)) {
                    registry.removeBeanDefinition(scheduling);
                }
            };
        }
    }
}
