package io.kollega.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class OutsideAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://kollega.example.com, https://kollega.example.com/password/x, true",
        "https://kollega.example.com/, https://kollega.example.com/password/x, true",
        "https://kollega.example.com:8443, https://kollega.example.com:8443/password/x, true",
        "' http://10.0.0.5:8080 ', http://10.0.0.5:8080/password/x, false",
        "http://[fd00::5]:8080, http://[fd00::5]:8080/password/x, false",
        "https://коллега.рф, https://xn--80afftfat.xn--p1ai/password/x, true",
    })
    void beginsLinksAsConfigured(String given, String link, boolean secure) {
        OutsideAddress address = address(given);
        assertThat(address.link("password", "x")).isEqualTo(link);
        assertThat(address.secure()).isEqualTo(secure);
    }

    @Test
    void beginsLinksWithTheAddressPrintedAtTheStart() {
        MockEnvironment environment = new MockEnvironment();
        OutsideAddress address = new OutsideAddress(environment);
        assertThat(address.link("a")).isEqualTo("http://localhost:8080/a");
        environment.setProperty("local.server.port", "4711");
        assertThat(address.link("a", "b/c")).isEqualTo("http://localhost:4711/a/b%2Fc");
        assertThat(address.secure()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kollega.example.com",
                "ftp://kollega.example.com",
                "https://",
                "https://kollega.example.com/desk",
                "https://anna@kollega.example.com",
                "https://kollega.example.com?a=b",
                "https://kollega example.com",
                "https://kollega.example.com:port",
            })
    void refusesWhatIsNoAddressOfPeople(String given) {
        assertThatThrownBy(() -> address(given))
                .isInstanceOf(Misconfigured.class)
                .hasMessageStartingWith("KOLLEGA_ADDRESS must be the address people open")
                .hasMessageContaining(given);
    }

    @Test
    void isWhyAStartFailedHoweverDeep() {
        Misconfigured why = new Misconfigured("Do this.");
        assertThat(Misconfigured.sentence(new IllegalStateException(new RuntimeException(why))))
                .contains("Do this.");
        assertThat(Misconfigured.sentence(new IllegalStateException("A fault"))).isEmpty();
    }

    private static OutsideAddress address(String given) {
        return new OutsideAddress(new MockEnvironment().withProperty("KOLLEGA_ADDRESS", given));
    }
}
