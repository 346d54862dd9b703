package io.kollega.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kollega.shell.OutsideAddress;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class MailServerTest {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    @ParameterizedTest
    @CsvSource({
        "smtp://127.0.0.1:2525, NEVER, 2525",
        "smtp://localhost:2525, NEVER, 2525",
        "smtp://[::1]:2525, NEVER, 2525",
        "smtp://127.0.0.1:2525?starttls=required, STARTTLS, 2525",
        "smtp://mail.example.com, STARTTLS, 25",
        "smtp://mail.example.com:587?starttls=required, STARTTLS, 587",
        "smtp://mail.example.com/?starttls=never, NEVER, 25",
        "smtps://mail.example.com, FROM_START, 465"
    })
    void asksForTlsBeyondThisMachine(String url, MailServer.Secrecy secrecy, int port) {
        MailServer server = MailServer.read(url);
        assertThat(server.secrecy()).isEqualTo(secrecy);
        assertThat(server.port()).isEqualTo(port);
    }

    @Test
    void readsLoginAndTellsNoPassword() {
        MailServer server = MailServer.read("smtp://me@firm.example:p%40ss:w+rd@mail.example:587");
        assertThat(server.user()).isEqualTo("me@firm.example");
        assertThat(server.password()).isEqualTo("p@ss:w+rd");
        assertThat(server.host()).isEqualTo("mail.example");
        assertThat(server.toString()).isEqualTo("smtp://mail.example:587");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example.com",
                "http://mail.example.com",
                "smtp://",
                "smtp://host:0",
                "smtp://host:99999",
                "smtp://host?starttls=maybe",
                "smtps://host?starttls=never",
                "smtp://u:%zz@host"
            })
    void refusesWhatIsNoServer(String url) {
        assertThatThrownBy(() -> MailServer.read(url)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isLeftAloneAtRehearsals() {
        MockEnvironment environment =
                new MockEnvironment()
                        .withProperty("KOLLEGA_MAIL_URL", "smtp://127.0.0.1:2525")
                        .withProperty("KOLLEGA_ADDRESS", "https://kollega.example.com");
        OutsideAddress outside = outside(environment);
        assertThat(new MailSettings(environment, outside).on()).isTrue();
        assertThat(new MailSettings(environment, outside).from().getAddress())
                .isEqualTo("kollega@kollega.example.com");
        environment.withProperty("kollega.rehearsal", "10s");
        assertThat(new MailSettings(environment, outside).on()).isFalse();
    }

    private static OutsideAddress outside(MockEnvironment environment) {
        return new org.springframework.beans.factory.support.DefaultListableBeanFactory() {
            {
                registerResolvableDependency(
                        org.springframework.core.env.Environment.class, environment);
            }
        }.createBean(OutsideAddress.class);
    }

    @ParameterizedTest
    @CsvSource({
        "AT_ONCE, 2026-03-03T07:10:00Z, 2026-03-03T07:10:00Z",
        "HOURLY, 2026-03-03T07:10:00Z, 2026-03-03T08:00:00Z",
        "DAILY, 2026-03-03T04:59:00Z, 2026-03-03T05:00:00Z",
        "DAILY, 2026-03-03T05:00:00Z, 2026-03-04T05:00:00Z"
    })
    void goesAtItsPace(Pace pace, Instant now, Instant due) {
        assertThat(pace.due(now, MOSCOW)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "22, 8, 2026-03-03T20:00:00Z, 2026-03-04T05:00:00Z",
        "22, 8, 2026-03-03T04:59:59Z, 2026-03-03T05:00:00Z",
        "22, 8, 2026-03-03T05:00:00Z, 2026-03-03T05:00:00Z",
        "13, 14, 2026-03-03T10:30:00Z, 2026-03-03T11:00:00Z",
        "13, 14, 2026-03-03T09:59:59Z, 2026-03-03T09:59:59Z"
    })
    void waitsForTheEndOfQuietHours(int from, int until, Instant due, Instant after) {
        assertThat(new Quiet(from, until).after(due, MOSCOW)).isEqualTo(after);
    }
}
