package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class OriginTest {
    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.1.2.3",
        "2001:db8:1:2:3:4:5:6, 20:01:0d:b8:00:01:00:02/64",
        "2001:db8:1:2::, 20:01:0d:b8:00:01:00:02/64",
        "::ffff:10.1.2.3, ::ffff:10.1.2.3",
        "unknown, unknown",
    })
    void takesAllAddressesOfOneLineForOne(String address, String network) {
        assertThat(Origin.network(address)).isEqualTo(network);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "<script>", "a' or 1=1 --"})
    void passesOverWhatIsNoSecretOfOurs(String cookie) {
        assertThat(origin(cookie).device()).isNull();
        assertThat(origin(cookie).deviceKey()).isNull();
    }

    @Test
    void knowsBrowserByItsSecret() {
        String secret = Secret.create();
        assertThat(origin(secret).device()).isEqualTo(secret);
        assertThat(origin(secret).deviceKey()).isEqualTo(origin(secret).deviceKey());
        assertThat(origin(secret).deviceKey()).isNotEqualTo(origin(Secret.create()).deviceKey());
    }

    private static Origin origin(String cookie) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("10.0.0.1");
        request.setCookies(new Cookie(Origin.COOKIE, cookie));
        return Origin.of(request, new BrowserCookies(false));
    }
}
