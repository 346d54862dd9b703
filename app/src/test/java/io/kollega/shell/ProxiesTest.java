package io.kollega.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.catalina.valves.RemoteIpValve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.mock.env.MockEnvironment;

/** What the proxies named are believed is seen through a real one, in {@code BehindTlsTest}. */
class ProxiesTest {
    @Test
    void believesNobodyUnlessNamed() {
        assertThat(valves("")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.0/8, 192.168.1.7", "::1", "fd00::/8,127.0.0.1"})
    void believesAddressesAndRanges(String named) {
        assertThat(valves(named)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.com", ".*", "10.0.0.0/99", "all", "1.2.3.4.5"})
    void refusesWhatIsNoAddress(String named) {
        assertThatThrownBy(() -> valves(named))
                .isInstanceOf(Misconfigured.class)
                .hasMessageStartingWith("KOLLEGA_PROXIES must be addresses or ranges")
                .hasMessageContaining(named);
    }

    private static long valves(String named) {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory();
        new Proxies(new MockEnvironment().withProperty("KOLLEGA_PROXIES", named))
                .customize(factory);
        return factory.getEngineValves().stream().filter(RemoteIpValve.class::isInstance).count();
    }
}
