package io.kollega.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {
    @Test
    void keepsWhatPeopleWrite() {
        for (String text : new String[] {"", "Ёж\tи\r\nуж", "👩‍💻 — «да»", "שלום", "a\u200fb"}) {
            assertThat(CleanText.of(text)).isSameAs(text);
        }
    }

    @Test
    void dropsWhatNobodyTypes() {
        assertThat(CleanText.of("a\u0000b\u001b\u0085c\u007f")).isEqualTo("abc");
        assertThat(CleanText.of("x\ud83dy\ude00z\ud83d")).isEqualTo("xyz");
        assertThat(CleanText.of("😀\u0000😀")).isEqualTo("😀😀");
        assertThat(CleanText.of("a\u202etxt.exe")).isEqualTo("atxt.exe");
    }

    /** Letters typed or pasted on some machines come as a letter and its mark. */
    @Test
    void composesLetters() {
        assertThat(CleanText.of("И\u0306од, е\u0308ж")).isEqualTo("Йод, ёж");
        assertThat(CleanText.of("и\u0000\u0306")).isEqualTo("й");
    }
}
