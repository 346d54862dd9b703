package io.kollega.ratings;

/** Why a rating was not taken. */
enum Refusal {
    /** There is no such request for this person: only the client and the one who solved it rate. */
    UNKNOWN,
    /** Nobody rates themselves. */
    OWN_WORK,
    /** It is not solved, or was reopened. */
    NOT_SOLVED,
    /** The window has closed. */
    CLOSED,
    /** Both sides have seen both ratings. */
    REVEALED;

    String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
