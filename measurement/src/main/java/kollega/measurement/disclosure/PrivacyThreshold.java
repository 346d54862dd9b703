package kollega.measurement.disclosure;

import static kollega.measurement.Argument.atLeast;
import static kollega.measurement.Argument.require;

/**
 * The rule for one figure by itself: enough distinct people, and none of them more than a share of
 * the answers (the (1, p %) dominance rule: Hundepool et al., Statistical Disclosure Control, 2012,
 * section 4.2).
 *
 * <p>It must not be the only rule: figures that pass it one by one can be subtracted from each
 * other. See {@link MatrixSuppression}.
 *
 * @param raters the fewest distinct people, k, at least 2
 * @param largestShare the largest share of the answers one person may have given, above 0 and at
 *     most 1; 1 switches the dominance rule off
 */
public record PrivacyThreshold(int raters, double largestShare) {

    public PrivacyThreshold {
        atLeast("raters", 2, raters);
        require(
                largestShare > 0 && largestShare <= 1,
                "largestShare",
                largestShare,
                "a number above 0 and at most 1");
    }

    /** The same rule for more people: what was promised before the first answer stays true. */
    public PrivacyThreshold raisedTo(int more) {
        return new PrivacyThreshold(atLeast("more", raters, more), largestShare);
    }

    /** Whether a figure with this contribution may be shown by itself. */
    public Verdict judge(Contribution contribution) {
        if (contribution.answers() == 0) {
            return Verdict.withheld(new Reason.NoAnswers());
        }
        if (contribution.raters() < raters) {
            return Verdict.withheld(new Reason.TooFewRaters(raters));
        }
        if (contribution.largestShare() > largestShare) {
            return Verdict.withheld(new Reason.Dominated(largestShare));
        }
        return Verdict.SHOWN;
    }
}
