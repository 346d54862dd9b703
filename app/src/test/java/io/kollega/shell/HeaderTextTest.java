package io.kollega.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HeaderTextTest {
    @Test
    void leavesPlainTextAsItIs() {
        String plain = "bytes=0-5, W/\"a\"\ttab";
        assertThat(HeaderText.of(plain)).isSameAs(plain);
    }

    @Test
    void readsBytesAsUtf8() {
        assertThat(HeaderText.of(received("Заявка-15"))).isEqualTo("Заявка-15");
    }

    @Test
    void keepsLettersThatAreNoUtf8() {
        assertThat(HeaderText.of("caf\u00e9")).isEqualTo("caf\u00e9");
    }

    @Test
    void leavesOutWhatIsNoText() {
        assertThat(HeaderText.of("a\u0000b\u007fc\u0085")).isEqualTo("abc");
        assertThat(HeaderText.of(received("a\u202eb\u0085c"))).isEqualTo("abc");
    }

    /** As the container gives it. */
    private static String received(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
