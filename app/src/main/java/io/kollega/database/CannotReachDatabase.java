package io.kollega.database;

import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * The database can't be started, reached or used as asked; the message is a sentence that says what
 * to do.
 */
public final class CannotReachDatabase extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotReachDatabase(String sentence) {
        super(sentence);
    }

    public CannotReachDatabase(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence to show if a start failed because of the database. */
    public static Optional<String> sentence(Throwable failure) {
        return Stream.iterate(failure, it -> it != null, Throwable::getCause)
                .<String>mapMulti((cause, sentences) -> {
                    switch (cause) {
                        case CannotReachDatabase it ->
                                sentences.accept(String.valueOf(it.getMessage()));
                        case FlywayValidateException _ ->
                                sentences.accept(
                                        "The database was written by another version of Kollega:"
                                                + " start the newest version that has run on it,"
                                                + " or give another folder with --data.");
                        default -> {}
                    }
                })
                .findFirst();
    }
}
