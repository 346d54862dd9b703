package io.kollega.exchange;

/** Hears how far a long piece of work has come. Called often; must be cheap. */
public interface Progress {
    /** In what the log is written. */
    default void reads(String writtenIn) {}

    /** Where it stands: which part, and how many rows of it are done. */
    void at(Part part, long done);

    /** The parts of bringing in a log. */
    enum Part {
        READING,
        WRITING
    }

    /** For those who do not want to hear. */
    static Progress unheard() {
        return (_, _) -> {};
    }
}
