package kollega.measurement.score;

import kollega.measurement.Argument;

/**
 * Where a scale of whole numbers is cut into detractors, passives and promoters. Stored with every
 * net score: scores with different cut points measure different things and must never share a
 * trend.
 *
 * @param scaleLow the lowest answer
 * @param scaleHigh the highest answer
 * @param detractorsTo the highest answer of a detractor
 * @param promotersFrom the lowest answer of a promoter
 */
public record CutPoints(int scaleLow, int scaleHigh, int detractorsTo, int promotersFrom) {

    /**
     * Net Promoter Score, 0 to 10: detractors 0-6, passives 7-8, promoters 9-10 (Reichheld 2003).
     */
    public static final CutPoints NPS = new CutPoints(0, 10, 6, 9);

    /** Customer satisfaction, 1 to 5: dissatisfied 1-2, neutral 3, satisfied 4-5. */
    public static final CutPoints CSAT = new CutPoints(1, 5, 2, 4);

    public CutPoints {
        Argument.within("detractorsTo", scaleLow, scaleHigh - 1, detractorsTo);
        Argument.within("promotersFrom", detractorsTo + 1, scaleHigh, promotersFrom);
    }

    /** How many different answers the scale has. */
    public int answers() {
        return scaleHigh - scaleLow + 1;
    }

    /**
     * The sign an answer has in the net score: 1 for a promoter, 0 for a passive, -1 for a
     * detractor.
     *
     * @throws IllegalArgumentException if the answer is not on the scale
     */
    public int sign(int answer) {
        Argument.within("answer", scaleLow, scaleHigh, answer);
        return answer >= promotersFrom ? 1 : answer <= detractorsTo ? -1 : 0;
    }
}
