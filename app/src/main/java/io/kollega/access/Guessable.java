package io.kollega.access;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether a password is among those that are tried first: common passwords and words, names, years,
 * neighbouring keys, repetitions, and what is put together of few of these. By zxcvbn and its
 * lists, and by a list of Russian words; what is Russian is also looked at as the Latin keys it
 * lies on.
 */
@Component
final class Guessable {
    /** So many guesses take a thief of the hashes years on a large machine. */
    private static final double ENOUGH = 1e10;

    /** Longer texts cost more than they tell. */
    private static final int LOOKED_AT = 64;

    private static final String RUSSIAN = "/access/common-russian.txt";

    /** Some ten megabytes of words, which may go while nobody sets a password. */
    private volatile SoftReference<@Nullable Zxcvbn> kept = new SoftReference<>(null);

    boolean soon(String password) {
        int length = password.length();
        return length <= LOOKED_AT
                ? weak(password)
                : weak(password.substring(0, LOOKED_AT))
                        && weak(password.substring(length - LOOKED_AT));
    }

    private boolean weak(String text) {
        Zxcvbn lists = lists();
        return Stream.of(text, LatinKeys.of(text))
                .distinct()
                .anyMatch(it -> lists.measure(it).getGuesses() < ENOUGH);
    }

    private Zxcvbn lists() {
        Zxcvbn lists = kept.get();
        if (lists == null) {
            lists = read();
            kept = new SoftReference<>(lists);
        }
        return lists;
    }

    private static Zxcvbn read() {
        try (InputStream words =
                Objects.requireNonNull(Guessable.class.getResourceAsStream(RUSSIAN), RUSSIAN)) {
            List<String> russian =
                    new String(words.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .toList();
            return new ZxcvbnBuilder()
                    .dictionaries(StandardDictionaries.loadAllDictionaries())
                    .dictionary(new Dictionary("russian", russian))
                    .dictionary(
                            new Dictionary(
                                    "russian-on-latin-keys",
                                    russian.stream().map(LatinKeys::of).toList()))
                    .keyboards(StandardKeyboards.loadAllKeyboards())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
