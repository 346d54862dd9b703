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

    /** Texts of nothing visible are none, whatever they are made of. */
    @Test
    void emptiesWhatShowsNothing() {
        for (String nothing :
                new String[] {
                    " ",
                    "\t\r\n",
                    "\u00a0",
                    "\u200b",
                    "\u2060",
                    "\ufeff",
                    "\u00ad",
                    "\u3164",
                    "\u2800",
                    "\u200e",
                    "\ufe0f",
                    "\u2028",
                    " \u00a0 \u200d",
                    "\udb40\udc41"
                }) {
            assertThat(CleanText.of(nothing)).isEmpty();
        }
    }

    @Test
    void takesOddBlanksFromTheEdgesOnly() {
        assertThat(CleanText.of("\u00a0 a\u00a0b \u200b\u3000")).isEqualTo(" a\u00a0b ");
        assertThat(CleanText.of("  a  ")).isEqualTo("  a  ");
        for (String whole : new String[] {"❤️", "👩‍💻", "\u0661\u0600\u0661", "a\u200bb"}) {
            assertThat(CleanText.of(whole)).isSameAs(whole);
        }
    }

    /** Letters typed or pasted on some machines come as a letter and its mark. */
    @Test
    void composesLetters() {
        assertThat(CleanText.of("И\u0306од, е\u0308ж")).isEqualTo("Йод, ёж");
        assertThat(CleanText.of("и\u0000\u0306")).isEqualTo("й");
    }

    /** What looks the same is the same key. */
    @Test
    void makesOneFormOfKeys() {
        for (String same :
                new String[] {
                    "IT 1",
                    " IT\u00a01 ",
                    "I\u200bT 1",
                    "IT\u2003 1\u00ad",
                    "\ufeffIT\t1",
                    "IT 1\ufe0f"
                }) {
            assertThat(CleanText.key(same)).isEqualTo("IT 1");
        }
        assertThat(CleanText.key("и\u200b\u0306")).isEqualTo("й");
        assertThat(CleanText.key("\u200b \u2060")).isEmpty();
        String key = "ЩЩ-0691/а";
        assertThat(CleanText.key(key)).isSameAs(key);
    }
}
