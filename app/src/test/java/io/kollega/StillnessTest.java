package io.kollega;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;

@KollegaTest
class StillnessTest {
    @Autowired ApplicationContext context;

    @Test
    void runsNothingByItselfWhereTestsDo() {
        assertThat(runsByItself(context)).isFalse();
    }

    @Test
    void findsWhatRunsByItself() {
        ApplicationContextRunner runner =
                new ApplicationContextRunner().withUserConfiguration(Kollega.Background.class);
        runner.run(started -> assertThat(runsByItself(started)).isTrue());
        runner.withPropertyValues("kollega.background=false")
                .run(started -> assertThat(runsByItself(started)).isFalse());
    }

    private static boolean runsByItself(ListableBeanFactory beans) {
        return beans.getBeansOfType(ScheduledAnnotationBeanPostProcessor.class).size() > 0;
    }
}
