package io.kollega.requests;

import io.kollega.shell.Problem;
import java.util.Locale;

/** Why something can't be done with a request; the message says what to do instead. */
enum Refusal {
    ONLY_PROVIDER(Problem.FORBIDDEN),
    ONLY_CLIENT(Problem.FORBIDDEN),
    NO_NOTES(Problem.FORBIDDEN),
    OWN_REQUEST(Problem.FORBIDDEN),
    ENDED(Problem.CONFLICT),
    ALREADY_ENDED(Problem.CONFLICT),
    ALREADY_PAUSED(Problem.CONFLICT),
    NOT_PAUSED(Problem.CONFLICT),
    NOT_SOLVED(Problem.CONFLICT),
    NOT_ASSIGNED(Problem.CONFLICT),
    STILL_OPEN(Problem.CONFLICT),
    TOO_LATE(Problem.CONFLICT),
    NO_TEXT(Problem.INVALID),
    NO_QUESTION(Problem.INVALID),
    NO_REASON(Problem.INVALID),
    TEXT_TOO_LONG(Problem.INVALID),
    NOT_OF_UNIT(Problem.INVALID),
    CLIENT_ASSIGNED(Problem.INVALID),
    SAME_UNIT(Problem.INVALID),
    UNKNOWN_UNIT(Problem.INVALID),
    UNKNOWN_PERSON(Problem.INVALID),
    SEVERAL_PEOPLE(Problem.INVALID),
    ALREADY_IN(Problem.CONFLICT);

    private final Problem problem;

    Refusal(Problem problem) {
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    String key() {
        return "requests.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
