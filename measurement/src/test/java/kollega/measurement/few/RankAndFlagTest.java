package kollega.measurement.few;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import kollega.measurement.Outcome.NotEnoughData;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;

/** Funnel, flags and ranks. */
class RankAndFlagTest {

    @Test
    void funnelAgreesWithReference() {
        Funnel funnel = ShrinkageTest.value(Funnel.of(ShrinkageTest.RATES));
        assertThat(funnel.theta0()).isCloseTo(.6339285714, within(1e-10));
        assertThat(funnel.phi()).isCloseTo(3.055899242, within(1e-9));
        assertThat(funnel.tau2()).isCloseTo(.03065665136, within(1e-11));
    }

    @Test
    void overDispersionBringsUnitsNearer() {
        Funnel funnel = ShrinkageTest.value(Funnel.of(ShrinkageTest.RATES));
        for (Rate rate : ShrinkageTest.RATES) {
            double z = Math.abs(funnel.z(rate));
            assertThat(Math.abs(funnel.multiplicativeZ(rate)))
                    .isCloseTo(z / Math.sqrt(3.055899242), within(1e-9));
            assertThat(Math.abs(funnel.additiveZ(rate))).isLessThan(z);
            double raw = (double) rate.successes() / rate.trials();
            assertThat(funnel.limits(rate.trials(), Funnel.INNER).contains(raw))
                    .isEqualTo(Math.abs(funnel.multiplicativeZ(rate)) <= Funnel.INNER);
        }
        assertThat(funnel.limits(1, Funnel.OUTER).low()).isZero();
    }

    /** Units that differ by chance alone: phi near 1, no tau2, few outside the limits. */
    @Test
    void chanceAloneStaysInsideTheFunnel() {
        var random = new RandomDataGenerator(9);
        List<Rate> rates = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            int n = 20 + random.nextInt(200);
            int x = 0;
            for (int k = 0; k < n; k++) {
                x += random.nextDouble() < 0.4 ? 1 : 0;
            }
            rates.add(new Rate(x, n));
        }
        Funnel funnel = ShrinkageTest.value(Funnel.of(rates));
        // the mean square of a normal variable winsorised at its 10 % quantiles is 0.679
        assertThat(funnel.phi()).isCloseTo(0.679, within(0.04));
        assertThat(funnel.tau2()).isZero();
        long outside =
                rates.stream().filter(r -> Math.abs(funnel.multiplicativeZ(r)) > 1.96).count();
        assertThat(outside / 3000.0).isCloseTo(0.05, within(0.015));
    }

    @Test
    void funnelNeedsThreeUnitsThatDiffer() {
        assertThat(Funnel.of(List.of(new Rate(1, 2), new Rate(0, 0), new Rate(1, 3))))
                .isInstanceOf(NotEnoughData.class);
        assertThat(Funnel.of(List.of(new Rate(0, 2), new Rate(0, 9), new Rate(0, 3))))
                .isInstanceOf(NotEnoughData.class);
    }

    @Test
    void flagsTheLargestSetWithinTheShareOfWrongNames() {
        FlagSet flags = FlagSet.of(new double[] {.5, .99, .2, .80, .97, .84}, FlagSet.USUAL);
        // means of 1 - P along the order .99 .97 .84 .80 .5: .01 .02 .0667 .10 .18
        assertThat(flags.units()).containsExactly(1, 4, 5, 3);
        assertThat(flags.expectedFalse()).isCloseTo(.10, within(1e-12));
        assertThat(FlagSet.of(new double[] {.5, .89}, .1)).isEqualTo(new FlagSet(List.of(), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FlagSet.of(new double[] {.5, -.1}, .1))
                .withMessageContaining("probabilityBelow[1] is -0.1");
    }

    @Test
    void ranksAreCertainOnlyWhereUnitsAreFarApart() {
        List<RankIntervals.Rank> ranks =
                RankIntervals.of(
                        List.of(
                                new NormalPosterior(0, 1),
                                new NormalPosterior(100, 1),
                                new NormalPosterior(0, 1),
                                new NormalPosterior(-100, 1)));
        assertThat(ranks.get(1)).isEqualTo(new RankIntervals.Rank(1, 1, 1));
        assertThat(ranks.get(3)).isEqualTo(new RankIntervals.Rank(4, 4, 4));
        assertThat(ranks.get(0).low()).isEqualTo(2);
        assertThat(ranks.get(0).high()).isEqualTo(3);
        assertThat(ranks.get(0).expected()).isCloseTo(2.5, within(0.03));
    }

    @Test
    void ranksOfExchangeableUnitsSpreadAndRepeat() {
        List<BetaPosterior> units = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            units.add(new BetaPosterior(3, 2));
        }
        List<RankIntervals.Rank> ranks = RankIntervals.of(units);
        assertThat(ranks).isEqualTo(RankIntervals.of(units));
        assertThat(ranks)
                .allSatisfy(rank -> {
                    assertThat(rank.low()).isBetween(1, 2);
                    assertThat(rank.high()).isBetween(19, 20);
                });
    }

    @Test
    void normalPosteriorIsTheNormalDistribution() {
        NormalPosterior posterior = new NormalPosterior(1, 4);
        assertThat(posterior.probabilityBelow(1)).isEqualTo(0.5);
        assertThat(posterior.probabilityBelow(-2.919927969)).isCloseTo(0.025, within(1e-10));
        assertThat(posterior.interval(0.95).low()).isCloseTo(-2.919927969, within(1e-9));
        assertThat(new NormalPosterior(1, 0).probabilityBelow(2)).isEqualTo(1);
    }
}
