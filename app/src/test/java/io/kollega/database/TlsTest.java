package io.kollega.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class TlsTest {
    private static final String CHECKED =
            "sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example.com/kollega",
                "jdbc:postgresql://10.0.0.5:5433/kollega",
                "jdbc:postgresql://localhost:1,db.example.com:2/kollega",
                "jdbc:postgresql://localhost.example.com/kollega",
                "jdbc:postgresql://127.0.0.1.example.com/kollega",
                "jdbc:postgresql://[2001:db8::1]:5432/kollega"
            })
    void isRequiredOfOtherMachines(String url) {
        assertThat(Tls.required(url)).isEqualTo(url + "?" + CHECKED);
        assertThat(Tls.required(url + "?loggerLevel=OFF"))
                .isEqualTo(url + "?loggerLevel=OFF&" + CHECKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/kollega",
                "jdbc:postgresql://127.0.0.1:5433/kollega?loggerLevel=OFF",
                "jdbc:postgresql://[::1]:5432/kollega",
                "jdbc:postgresql:///kollega",
                "jdbc:postgresql:kollega"
            })
    void isNotRequiredOfThisMachine(String url) {
        assertThat(Tls.required(url)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sslmode=disable",
                "sslmode=verify-full&sslrootcert=/etc/ca.pem",
                "loggerLevel=OFF&ssl=true",
                "service=kollega"
            })
    void isLeftAsTheAddressSays(String said) {
        String url = "jdbc:postgresql://db.example.com/kollega?" + said;
        assertThat(Tls.required(url)).isEqualTo(url);
    }

    @Test
    void isPartOfTheSettings() {
        DatabaseSettings settings =
                DatabaseSettings.from(
                        new MockEnvironment()
                                .withProperty(
                                        "KOLLEGA_DATABASE_URL",
                                        "jdbc:postgresql://db.example.com/kollega"));
        assertThat(settings.given().orElseThrow().url()).endsWith("?" + CHECKED);
    }
}
