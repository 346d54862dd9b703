package kollega.postgres;

import org.jspecify.annotations.Nullable;

/**
 * The private PostgreSQL cannot start, for a reason that the operator can understand and do
 * something about.
 *
 * <p>{@link #getMessage()} is the sentence and the action together, ready to be printed on one
 * line.
 */
public final class CannotStart extends Exception {

    private static final long serialVersionUID = 1L;

    /** What stands in the way. */
    public enum Reason {
        /** Another process, or another start in this process, owns the data folder. */
        FOLDER_IN_USE,
        /** The data folder was written by another major version of PostgreSQL. */
        OTHER_MAJOR_VERSION,
        /**
         * A file or folder cannot be read or written, or belongs to an account that may not run a
         * server.
         */
        WRONG_PERMISSIONS,
        /** The requested port is taken. */
        PORT_IN_USE,
        /** Started by root, and no way was found to run the server as an ordinary account. */
        NO_ORDINARY_ACCOUNT,
        /** The user that runs this process has a number and no name; some containers are run so. */
        NAMELESS_USER,
        /** Less than {@link DiskSpace#REFUSED_BELOW} bytes are free. */
        DISK_FULL,
        /** No PostgreSQL is packaged for this operating system and processor. */
        UNSUPPORTED_PLATFORM,
        /** The packaged PostgreSQL cannot be unpacked or does not run here. */
        BINARIES_UNUSABLE,
        /** The folder is not a data folder, or its generated passwords do not fit its database. */
        FOLDER_DAMAGED,
        /** The server ended or did not become ready; the message quotes its log. */
        SERVER_FAILED
    }

    private final Reason reason;
    private final String sentence;
    private final String action;

    CannotStart(Reason reason, String sentence, String action) {
        this(reason, sentence, action, null);
    }

    CannotStart(Reason reason, String sentence, String action, @Nullable Throwable cause) {
        super(sentence + " " + action, cause);
        this.reason = reason;
        this.sentence = sentence;
        this.action = action;
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong, as one English sentence. */
    public String sentence() {
        return sentence;
    }

    /** What to do about it, as one English sentence. */
    public String action() {
        return action;
    }
}
