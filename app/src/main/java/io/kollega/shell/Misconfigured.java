package io.kollega.shell;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A setting with which Kollega can't serve; the message is the sentence that says what to do. */
public final class Misconfigured extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Misconfigured(String sentence) {
        super(sentence);
    }

    /** The sentence, where such a setting is why something failed. */
    public static Optional<String> sentence(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(
                        failure, thrown -> thrown == null ? null : thrown.getCause())
                .takeWhile(thrown -> thrown != null)
                .filter(Misconfigured.class::isInstance)
                .map(Misconfigured.class::cast)
                .map(Throwable::getMessage)
                .findFirst();
    }
}
