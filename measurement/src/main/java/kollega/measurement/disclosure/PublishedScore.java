package kollega.measurement.disclosure;

import kollega.measurement.score.NetScore;

/**
 * A net score as it leaves the house, in points from -100 to 100. When nearly everyone answered
 * alike the number would tell what each of them said (Machanavajjhala and others 2007, l-diversity,
 * ACM Transactions on Knowledge Discovery from Data 1), so a band is published instead; and with
 * few answers a number as fine as it is would let a single answer show.
 */
public sealed interface PublishedScore {

    /** A score and its interval, rounded; the interval outwards. */
    record Rounded(int points, int low, int high) implements PublishedScore {}

    /** All that is said is that the score lies within these bounds. */
    record Band(int low, int high) implements PublishedScore {}

    /** With fewer answers a score is rounded to 5 points, else to 1. */
    int ROUNDED_TO_FIVE_BELOW = 20;

    /** What is said when nearly everyone is a detractor. */
    Band LOW = new Band(-100, -80);

    /** What is said when nearly everyone is a promoter. */
    Band HIGH = new Band(80, 100);

    /** What is said when nearly everyone is neither. */
    Band MIDDLE = new Band(-20, 20);

    /**
     * Rounds to 5 points below 20 answers and to 1 from there, or takes a band: when all answers
     * fall into one group, or 90 % of up to 10 answers do.
     */
    static PublishedScore of(NetScore score) {
        long most = Math.max(score.promoters(), Math.max(score.passives(), score.detractors()));
        if (most == score.n() || score.n() <= 10 && 10 * most >= 9 * score.n()) {
            return most == score.promoters() ? HIGH : most == score.detractors() ? LOW : MIDDLE;
        }
        int step = score.n() < ROUNDED_TO_FIVE_BELOW ? 5 : 1;
        var interval = score.interval();
        return new Rounded(
                step * (int) Math.round(score.points() / step),
                step * (int) Math.floor(100 * interval.low() / step),
                step * (int) Math.ceil(100 * interval.high() / step));
    }
}
