package kollega.measurement.disclosure;

/** Why a figure is withheld; each holds the rule it broke and nothing about the data. */
public sealed interface Reason {

    /** Nobody answered, so there is no figure. */
    record NoAnswers() implements Reason {}

    /** Fewer distinct people answered than the threshold asks for. */
    record TooFewRaters(int required) implements Reason {}

    /** One person gave more than this share of the answers. */
    record Dominated(double allowedShare) implements Reason {}

    /**
     * By itself it could be shown, but with what is published besides it would tell what fewer than
     * so many people said.
     */
    record CouldBeWorkedOut(int required) implements Reason {}

    /** What it must hide could be narrowed down to less than this share of what is possible. */
    record CouldBeNarrowedDown(double share) implements Reason {}

    /** The reason as an English sentence without its full stop. */
    default String sentence() {
        return switch (this) {
            case NoAnswers() -> "nobody answered";
            case TooFewRaters(int required) -> "hidden: fewer than " + required + " people";
            case Dominated(double share) ->
                    "hidden: one person gave more than "
                            + Math.round(100 * share)
                            + " % of the answers";
            case CouldBeWorkedOut(int required) ->
                    "hidden: what fewer than "
                            + required
                            + " people said could be worked out from what is already published";
            case CouldBeNarrowedDown(double share) ->
                    "hidden: what few people said could be narrowed down to less than "
                            + Math.round(100 * share)
                            + " % of what is possible";
        };
    }
}
