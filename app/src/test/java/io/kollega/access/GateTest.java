package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.KollegaTest;
import io.kollega.permissions.Anyone;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint states its permission, or that it needs none. */
@KollegaTest
class GateTest {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping endpoints;

    @Test
    void knowsWhatEveryEndpointNeeds() {
        assertThat(unstated(endpoints.getHandlerMethods().values().stream())).isEmpty();
    }

    @Test
    void findsEndpointsThatStateNothingOrBoth() throws Exception {
        Sample sample = new Sample();
        assertThat(
                        unstated(
                                Arrays.stream(Sample.class.getDeclaredMethods())
                                        .map(method -> new HandlerMethod(sample, method))))
                .containsExactlyInAnyOrder("silent", "both");
    }

    @Test
    void takesTheMethodsStatementBeforeTheControllers() throws Exception {
        Stated stated = new Stated();
        assertThat(Gate.rule(new HandlerMethod(stated, "inherits")))
                .isInstanceOfSatisfying(
                        Gate.AnyOf.class,
                        rule ->
                                assertThat(rule.permissions())
                                        .containsExactly(Permission.ADMINISTER));
        assertThat(Gate.rule(new HandlerMethod(stated, "opens"))).isEqualTo(new Gate.Open());
    }

    private static List<String> unstated(Stream<HandlerMethod> handlers) {
        return handlers.filter(handler -> Gate.rule(handler) instanceof Gate.Closed)
                .map(handler -> handler.getMethod().getName())
                .toList();
    }

    public static class Sample {
        @GetMapping("/silent")
        void silent() {}

        @GetMapping("/both")
        @Anyone
        @Requires(Permission.ASK)
        void both() {}

        @GetMapping("/open")
        @Anyone
        void open() {}
    }

    @Requires(Permission.ADMINISTER)
    public static class Stated {
        public void inherits() {}

        @Anyone
        public void opens() {}
    }
}
