package io.kollega.answers;

import io.kollega.shell.Problem;
import io.kollega.surveys.FaultList;
import io.kollega.surveys.Mode;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Tells programs what came of an answer. */
public final class Replies {
    private Replies() {}

    /** What the sender keeps. */
    public record Receipted(String receipt) {}

    /**
     * The reply to whoever sent an answer.
     *
     * @param kept the status when it was kept
     */
    public static ResponseEntity<Object> to(Answers.Outcome outcome, HttpStatus kept) {
        return switch (outcome) {
            case Answers.Outcome.Kept(var receipt) ->
                    ResponseEntity.status(kept).body(new Receipted(receipt));
            case Answers.Outcome.Unknown() ->
                    Problem.NOT_FOUND.answer(
                            "There is no such campaign, or no answer that this receipt is for.");
            case Answers.Outcome.NotOpen() ->
                    Problem.CONFLICT.answer("The campaign is not open yet: answer when it is.");
            case Answers.Outcome.Late() ->
                    Problem.GONE.answer("The campaign is over; no answer is taken or changed now.");
            case Answers.Outcome.OtherMode other ->
                    other.mode() == Mode.ANONYMOUS
                            ? Problem.MALFORMED.answer(
                                    "This campaign is anonymous: send the answer with its"
                                            + " credential and without a token or a cookie, which"
                                            + " would tell who you are.")
                            : Problem.UNAUTHENTICATED.answer(
                                    "This campaign is "
                                            + other.mode().slug()
                                            + ": send the answer with your own token.");
            case Answers.Outcome.Forged() ->
                    Problem.FORBIDDEN.answer(
                            "This signature was not given for this campaign: ask for a credential"
                                    + " and unblind it with the key that came along.");
            case Answers.Outcome.Used() ->
                    Problem.CONFLICT.answer(
                            "This has been answered before; with the receipt the answer can be"
                                    + " replaced or withdrawn.");
            case Answers.Outcome.Withdrawn() ->
                    Problem.CONFLICT.answer("This answer was withdrawn, and stays so.");
            case Answers.Outcome.Wrong(var faults) -> FaultList.answer(faults);
        };
    }
}
