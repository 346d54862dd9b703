package kollega.measurement.scale;

import java.util.List;
import kollega.measurement.Argument;
import kollega.measurement.Interval;
import kollega.measurement.Outcome;
import kollega.measurement.score.StandardNormal;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * Whether two groups of takers of the same score have the same chance with an item (differential
 * item functioning): odds ratios of strata, pooled.
 *
 * <p>Sources: N. Mantel and W. Haenszel (1959), Statistical aspects of the analysis of data from
 * retrospective studies of disease, Journal of the National Cancer Institute 22, 719-748; P. W.
 * Holland and D. T. Thayer (1988), Differential item performance and the Mantel-Haenszel procedure;
 * interval: J. Robins, N. Breslow and S. Greenland (1986), Biometrics 42, 311-323.
 *
 * @param oddsRatio of the reference group over the focal group, above 0; 1 when the item is fair
 * @param interval of the odds ratio at 95 %
 * @param chiSquare with continuity correction, 1 degree of freedom, at least 0
 * @param pValue of the test that the odds ratio is 1
 */
public record MantelHaenszel(double oddsRatio, Interval interval, double chiSquare, double pValue) {

    public MantelHaenszel {
        Argument.positive("oddsRatio", oddsRatio);
        Argument.notNegative("chiSquare", chiSquare);
        Argument.share("pValue", pValue);
    }

    /**
     * Takers of one score.
     *
     * @param referenceRight takers of the reference group with a right answer
     * @param referenceWrong takers of the reference group with a wrong answer
     * @param focalRight takers of the focal group with a right answer
     * @param focalWrong takers of the focal group with a wrong answer
     */
    public record Stratum(
            long referenceRight, long referenceWrong, long focalRight, long focalWrong) {

        public Stratum {
            Argument.atLeast("referenceRight", 0, referenceRight);
            Argument.atLeast("referenceWrong", 0, referenceWrong);
            Argument.atLeast("focalRight", 0, focalRight);
            Argument.atLeast("focalWrong", 0, focalWrong);
        }

        private long total() {
            return referenceRight + referenceWrong + focalRight + focalWrong;
        }
    }

    /**
     * The test over strata.
     *
     * @return no data when no stratum holds both groups with both answers between them, or when the
     *     odds ratio would be 0 or infinite
     */
    public static Outcome<MantelHaenszel> of(List<Stratum> strata) {
        double right = 0;
        double wrong = 0;
        double difference = 0;
        double variance = 0;
        double pr = 0;
        double ps = 0;
        double qs = 0;
        for (Stratum stratum : strata) {
            double n = stratum.total();
            if (n < 2) {
                continue;
            }
            double a = stratum.referenceRight();
            double b = stratum.referenceWrong();
            double c = stratum.focalRight();
            double d = stratum.focalWrong();
            double r = a * d / n;
            double s = b * c / n;
            right += r;
            wrong += s;
            difference += a - (a + b) * (a + c) / n;
            variance += (a + b) * (c + d) * (a + c) * (b + d) / (n * n * (n - 1));
            pr += (a + d) / n * r;
            ps += (a + d) / n * s + (b + c) / n * r;
            qs += (b + c) / n * s;
        }
        if (right == 0 || wrong == 0) {
            return Outcome.notEnoughData(
                    "no score has right and wrong answers of both groups to compare");
        }
        double ratio = right / wrong;
        double error =
                Math.sqrt(
                        pr / (2 * right * right)
                                + ps / (2 * right * wrong)
                                + qs / (2 * wrong * wrong));
        double corrected = Math.max(0, Math.abs(difference) - .5);
        double chiSquare = corrected * corrected / variance;
        return Outcome.estimated(
                new MantelHaenszel(
                        ratio,
                        new Interval(
                                ratio * Math.exp(-StandardNormal.Z95 * error),
                                ratio * Math.exp(StandardNormal.Z95 * error)),
                        chiSquare,
                        1 - new ChiSquaredDistribution(1).cumulativeProbability(chiSquare)));
    }

    /** The odds ratio on the scale of difficulty used in testing: -2.35 ln; beyond 1.5 is large. */
    public double delta() {
        return -2.35 * Math.log(oddsRatio);
    }
}
