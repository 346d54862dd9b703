package io.kollega.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The signer's side against the vectors of RFC 9474. */
class BlindKeysTest {
    private final Properties vector = new Properties();

    BlindKeysTest() throws IOException {
        try (InputStream file = getClass().getResourceAsStream("rfc9474-randomized.properties");
                Reader reader =
                        new InputStreamReader(
                                Objects.requireNonNull(file), StandardCharsets.US_ASCII)) {
            vector.load(reader);
        }
    }

    private byte[] bytes(String name) {
        return HexFormat.of().parseHex(vector.getProperty(name));
    }

    private BigInteger number(String name) {
        return new BigInteger(vector.getProperty(name), 16);
    }

    private PrivateKey privateKey() throws Exception {
        BigInteger p = number("p");
        BigInteger q = number("q");
        BigInteger d = number("d");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(
                        new RSAPrivateCrtKeySpec(
                                number("n"),
                                number("e"),
                                d,
                                p,
                                q,
                                d.mod(p.subtract(BigInteger.ONE)),
                                d.mod(q.subtract(BigInteger.ONE)),
                                q.modInverse(p)));
    }

    @Test
    void signsWhatIsBlindedAsTheStandardSays() throws Exception {
        byte[] n = BlindKeys.unsigned(number("n"));
        assertThat(BlindKeys.sign(bytes("blinded_msg"), privateKey(), n).orElseThrow())
                .isEqualTo(bytes("blind_sig"));
    }

    @Test
    void refusesWhatIsNoNumberBelowTheModulus() throws Exception {
        byte[] n = BlindKeys.unsigned(number("n"));
        assertThat(BlindKeys.sign(n, privateKey(), n)).isEmpty();
        assertThat(BlindKeys.sign(new byte[n.length - 1], privateKey(), n)).isEmpty();
        assertThat(BlindKeys.sign(new byte[n.length + 1], privateKey(), n)).isEmpty();
    }

    @Test
    void knowsSignaturesOfTheStandardAndNoOthers() {
        var key =
                BlindKeys.publicKey(
                        BlindKeys.unsigned(number("n")), BlindKeys.unsigned(number("e")));
        byte[] message = bytes("input_msg");
        byte[] signature = bytes("sig");
        assertThat(BlindKeys.verifies(message, signature, key)).isTrue();
        byte[] other = message.clone();
        other[40] ^= 1;
        assertThat(BlindKeys.verifies(other, signature, key)).isFalse();
        byte[] forged = signature.clone();
        forged[100] ^= 1;
        assertThat(BlindKeys.verifies(message, forged, key)).isFalse();
        assertThat(BlindKeys.verifies(message, Arrays.copyOf(signature, signature.length - 1), key))
                .isFalse();
    }
}
