package io.kollega.database;

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
}
