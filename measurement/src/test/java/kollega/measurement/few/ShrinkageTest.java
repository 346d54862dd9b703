package kollega.measurement.few;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kollega.measurement.Outcome;
import kollega.measurement.Outcome.Estimated;
import kollega.measurement.Outcome.NotEnoughData;
import kollega.measurement.score.NetScore;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;

class ShrinkageTest {

    static final List<Rate> RATES = rates();

    static final List<NetScore> SCORES =
            List.of(
                    NetScore.of(9, 1, 1),
                    NetScore.of(4, 4, 12),
                    NetScore.of(22, 5, 3),
                    NetScore.of(1, 2, 9),
                    NetScore.of(25, 15, 10),
                    NetScore.of(10, 2, 0),
                    NetScore.of(8, 9, 18),
                    NetScore.of(2, 2, 1),
                    NetScore.of(19, 6, 5),
                    NetScore.of(0, 1, 15),
                    NetScore.of(18, 12, 10),
                    NetScore.of(5, 16, 7));

    private static List<Rate> rates() {
        int[] x = {3, 8, 15, 2, 40, 7, 12, 5, 18, 1, 22, 9};
        int[] n = {5, 10, 30, 8, 50, 7, 25, 5, 20, 6, 40, 18};
        List<Rate> rates = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            rates.add(new Rate(x[i], n[i]));
        }
        return rates;
    }

    /**
     * References: the likelihood's exact maximum by root finding with 30 digits, from which those
     * of R package VGAM (.6304513 and .1635187) differ by their stopping rule.
     */
    @Test
    void ratePriorAgreesWithReference() {
        RatePrior prior = value(RatePrior.fit(RATES));
        assertThat(prior.mean()).isCloseTo(.630450566774704, within(1e-9));
        assertThat(prior.correlation()).isCloseTo(.163513316744370, within(1e-9));
        assertThat(prior.alpha()).isCloseTo(3.22520216737, within(1e-8));
        assertThat(prior.beta()).isCloseTo(1.89050767150, within(1e-8));
        assertThat(prior.logLikelihood(RATES)).isCloseTo(-30.5305007, within(1e-7));
        assertThat(prior.posterior(RATES.get(3)).mean()).isCloseTo(.39839, within(1e-5));
        assertThat(prior.probabilityBelowMean(RATES.get(3))).isCloseTo(.95611, within(1e-5));
        assertThat(prior.posterior(RATES.get(5)).mean()).isCloseTo(.84397, within(1e-5));
        assertThat(prior.probabilityBelowMean(RATES.get(5))).isCloseTo(.03737, within(1e-5));
        KleinmanMoments moments = value(KleinmanMoments.of(RATES));
        assertThat(moments.mu()).isCloseTo(.6339285714, within(1e-10));
        assertThat(moments.rho()).isCloseTo(.1494074845, within(1e-10));
    }

    /** References: direct maximization, Minka's fixed point and R package dirmult agree. */
    @Test
    void netScorePriorAgreesWithReference() {
        NetScorePrior prior = value(NetScorePrior.fit(SCORES));
        assertThat(prior.alphaP()).isCloseTo(1.96111, within(1e-5));
        assertThat(prior.alphaN()).isCloseTo(1.42091, within(1e-5));
        assertThat(prior.alphaD()).isCloseTo(1.60801, within(1e-5));
        assertThat(prior.concentration()).isCloseTo(4.99002, within(1e-5));
        assertThat(prior.mean()).isCloseTo(.07076050, within(1e-8));
        assertThat(prior.logLikelihood(SCORES)).isCloseTo(-288.3129277, within(1e-7));
        double[] means = SCORES.stream().mapToDouble(s -> prior.posterior(s).mean()).toArray();
        assertThat(means)
                .containsExactly(
                        new double[] {
                            .52239424, -.30599824, .55310326, -.45008196, .27919785, .60936326,
                            -.24123275, .13544478, .41020539, -.69780307, .18566553, -.04992125
                        },
                        within(1e-7));
        assertThat(prior.probabilityBelowMean(SCORES.get(9))).isCloseTo(.999977, within(1e-6));
        assertThat(prior.probabilityBelowMean(SCORES.get(7))).isCloseTo(.38839, within(1e-5));
        BrierMoments moments = value(BrierMoments.of(SCORES));
        assertThat(moments.c()).isCloseTo(4.912149011, within(1e-9));
        assertThat(moments.n0()).isCloseTo(23.44196288, within(1e-8));
        assertThat(moments.concentration()).isCloseTo(4.736479571, within(1e-9));
    }

    @Test
    void manyAnswersKeepTheirRawValueAndNoneGiveTheMean() {
        RatePrior prior = value(RatePrior.fit(RATES));
        assertThat(prior.posterior(new Rate(0, 0)).mean()).isEqualTo(prior.mean());
        assertThat(prior.posterior(new Rate(900_000_000, 1_000_000_000)).mean())
                .isCloseTo(0.9, within(1e-8));
        NetScorePrior scores = value(NetScorePrior.fit(SCORES));
        assertThat(scores.posterior(NetScore.of(7_000_000, 1_000_000, 2_000_000)).mean())
                .isCloseTo(0.5, within(1e-6));
    }

    @Test
    void probabilityBelowFallsAsAnswersImprove() {
        NetScorePrior prior = value(NetScorePrior.fit(SCORES));
        RatePrior rates = value(RatePrior.fit(RATES));
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            int p = random.nextInt(40);
            int n = random.nextInt(40);
            int d = 1 + random.nextInt(40);
            double before = prior.probabilityBelowMean(NetScore.of(p, n, d));
            assertThat(prior.probabilityBelowMean(NetScore.of(p, n + 1, d - 1)))
                    .isLessThan(before + 1e-8);
            assertThat(prior.probabilityBelowMean(NetScore.of(p + 1, n, d - 1))).isLessThan(before);
            assertThat(rates.probabilityBelowMean(new Rate(p + 1, p + d)))
                    .isLessThan(rates.probabilityBelowMean(new Rate(p, p + d)));
        }
    }

    @Test
    void unitsThatDoNotDifferShrinkToTheMean() {
        List<NetScore> equal = List.of(NetScore.of(10, 6, 4), NetScore.of(11, 5, 4));
        NetScorePrior prior = value(NetScorePrior.fit(equal));
        assertThat(prior.concentration()).isCloseTo(500, within(1e-9));
        assertThat(prior.mean()).isCloseTo(13.0 / 40, within(1e-12));
        RatePrior rates = value(RatePrior.fit(List.of(new Rate(10, 20), new Rate(11, 20))));
        assertThat(rates.concentration()).isCloseTo(1000, within(1e-9));
        assertThat(rates.mean()).isCloseTo(21.0 / 40, within(1e-12));
    }

    @Test
    void aKindNobodyChoseStillHasRoom() {
        List<NetScore> noDetractors =
                List.of(NetScore.of(10, 0, 0), NetScore.of(1, 9, 0), NetScore.of(5, 5, 0));
        NetScorePrior prior = value(NetScorePrior.fit(noDetractors));
        assertThat(prior.alphaD()).isBetween(1e-3, 0.2);
        assertThat(prior.probabilityBelowMean(NetScore.of(9, 1, 0))).isBetween(0.0, 0.5);
    }

    /** The maximum likelihood prior finds the distribution the units were drawn from. */
    @Test
    void findsThePriorOfManyUnits() {
        var random = new RandomDataGenerator(23);
        List<NetScore> units = new ArrayList<>();
        List<Rate> rates = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            double p = random.nextGamma(3, 1);
            double n = random.nextGamma(2, 1);
            double d = random.nextGamma(1, 1);
            long[] counts = new long[3];
            for (int answer = 0; answer < 20; answer++) {
                double u = random.nextDouble() * (p + n + d);
                counts[u < p ? 0 : u < p + n ? 1 : 2]++;
            }
            units.add(NetScore.of(counts[0], counts[1], counts[2]));
            rates.add(new Rate(counts[0], 20));
        }
        NetScorePrior prior = value(NetScorePrior.fit(units));
        assertThat(prior.alphaP()).isCloseTo(3, within(0.15));
        assertThat(prior.alphaN()).isCloseTo(2, within(0.10));
        assertThat(prior.alphaD()).isCloseTo(1, within(0.05));
        RatePrior rate = value(RatePrior.fit(rates));
        assertThat(rate.alpha()).isCloseTo(3, within(0.25));
        assertThat(rate.beta()).isCloseTo(3, within(0.25));
    }

    /**
     * Units whose spread in shares and sizes makes the likelihood creep; root finding by 30 digits.
     */
    @Test
    void findsTheMaximumOfAFlatLikelihood() {
        List<Rate> rates =
                List.of(
                        new Rate(139, 278),
                        new Rate(0, 12),
                        new Rate(63, 103),
                        new Rate(135, 244),
                        new Rate(52, 91));
        RatePrior prior = value(RatePrior.fit(rates));
        assertThat(prior.alpha()).isCloseTo(3.10713265, within(1e-5));
        assertThat(prior.beta()).isCloseTo(3.60797329, within(1e-5));
    }

    @Test
    void unitsOfOneMindEachKeepTheirOwn() {
        RatePrior prior =
                value(RatePrior.fit(List.of(new Rate(9, 9), new Rate(0, 7), new Rate(5, 5))));
        assertThat(prior.concentration()).isCloseTo(0.01, within(1e-9));
        assertThat(prior.posterior(new Rate(0, 7)).mean()).isCloseTo(0, within(1e-3));
    }

    @Test
    void oneUnitOrOneAnswerEachIsTooLittle() {
        assertThat(NetScorePrior.fit(List.of(NetScore.of(1, 2, 3))))
                .isInstanceOf(NotEnoughData.class);
        assertThat(RatePrior.fit(List.of(new Rate(1, 1), new Rate(0, 1), new Rate(0, 0))))
                .isInstanceOf(NotEnoughData.class);
        assertThat(RatePrior.fit(List.of(new Rate(5, 5), new Rate(9, 9))))
                .isInstanceOf(NotEnoughData.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rate(6, 5))
                .withMessageContaining("successes is 6");
    }

    static <T> T value(Outcome<T> outcome) {
        return ((Estimated<T>) outcome).value();
    }
}
