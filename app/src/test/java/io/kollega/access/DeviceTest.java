package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {
    @ParameterizedTest
    @CsvSource({
        "Chrome, Windows, Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36",
        "Yandex Browser, Windows, Mozilla/5.0 (Windows NT 10.0) Chrome/138.0 YaBrowser/25.8 Safari/537.36",
        "Opera, macOS, Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/139.0 Safari/537.36 OPR/123.0",
        "Safari, iPhone, Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Safari/604.1",
        "Samsung Internet, Android, Mozilla/5.0 (Linux; Android 10; K) SamsungBrowser/28.0 Chrome/130.0 Safari/537.36",
        "Firefox, Android, Mozilla/5.0 (Android 15; Mobile; rv:142.0) Gecko/142.0 Firefox/142.0",
        "Firefox, iPad, Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) FxiOS/142.0 Safari/605.1",
        "Chrome, ChromeOS, Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/140.0 Safari/537.36"
    })
    void isNamedInTwoWords(String browser, String system, String userAgent) {
        assertThat(Device.of(userAgent)).isEqualTo(new Device(browser, system));
    }

    @Test
    void isUnknownWhenNothingFits() {
        assertThat(Device.of(null).known()).isFalse();
        assertThat(Device.of("curl/8.14.1").known()).isFalse();
        assertThat(Device.of("Mozilla/5.0 (Windows NT 10.0)").known()).isFalse();
    }
}
