package kollega.measurement.composition;

import static kollega.measurement.Expected.estimate;
import static kollega.measurement.Expected.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompositionTest {

    private static final Composition EVEN = Composition.of(1, 1, 1);
    private static final List<Composition> FIVE =
            List.of(
                    Composition.of(.4, .3, .3),
                    Composition.of(.6, .2, .2),
                    Composition.of(.2, .5, .3),
                    Composition.of(.1, .1, .8),
                    Composition.of(.34, .33, .33));

    @ParameterizedTest
    @CsvSource({
        ".4, .3, .3, .203421944, .117445714, .234891429, .048949937",
        ".6, .2, .2, .776836199, .448506589, .897013177, .190758027",
        ".1, .1, .8, 0, -1.697856909, 1.697856909, .344171249",
        ".5, .5, 0, 0, 3.540561635, 3.540561635, .428372991"
    })
    void reproducesReferenceCoordinates(
            double client, double company, double own, double z1, double z2, double d, double h) {
        var shares = Composition.of(client, company, own);
        var positive = shares.withoutZeros(Composition.USUAL_DELTA);
        assertThat(positive.ilr()).containsExactly(new double[] {z1, z2}, within(5e-10));
        assertThat(positive.distance(EVEN)).isCloseTo(d, within(5e-10));
        assertThat(shares.hellinger(EVEN)).isCloseTo(h, within(5e-10));
    }

    @Test
    void reproducesReferenceCentre() {
        var centre = Centre.of(FIVE);
        assertThat(centre.composition().shares())
                .containsExactly(
                        new double[] {.3181492654, .2878816166, .3939691181}, within(5e-11));
        assertThat(estimate(centre.spread())).isCloseTo(.9769798497, within(5e-11));
        var deviation = estimate(centre.deviation(EVEN));
        assertThat(deviation.t2()).isCloseTo(.5372807096, within(5e-11));
        assertThat(deviation.f()).isCloseTo(.2014802661, within(5e-11));
        assertThat(deviation.pValue()).isCloseTo(.8277449005, within(5e-11));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 7})
    void coordinatesLeadBackAndKeepDistances(int parts) {
        var random = new SplittableRandom(parts);
        for (int run = 0; run < 100; run++) {
            double[] a = random.doubles(parts, 1e-6, 1).toArray();
            double[] b = random.doubles(parts, 1e-6, 1).toArray();
            var first = Composition.of(a);
            var second = Composition.of(b);
            assertThat(Composition.ofIlr(first.ilr()).shares())
                    .containsExactly(first.shares(), within(1e-12));
            double scale = random.nextDouble(.001, 1000);
            var scaled = Composition.of(Arrays.stream(a).map(x -> scale * x).toArray());
            assertThat(scaled.distance(second)).isCloseTo(first.distance(second), within(1e-12));
            double[] p = first.ilr();
            double[] q = second.ilr();
            double euclid =
                    Math.sqrt(
                            IntStream.range(0, p.length)
                                    .mapToDouble(i -> (p[i] - q[i]) * (p[i] - q[i]))
                                    .sum());
            assertThat(first.distance(second)).isCloseTo(euclid, within(1e-12));
            assertThat(Arrays.stream(first.clr()).sum()).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void balanceIsHundredOnTheTargetAndZeroInACorner() {
        assertThat(Composition.of(1, 0, 0).hellinger(EVEN)).isCloseTo(.650115, within(5e-7));
        assertThat(Composition.of(1, 0, 0).balance(EVEN)).isCloseTo(0, within(1e-12));
        assertThat(EVEN.balance(EVEN)).isCloseTo(100, within(1e-5));
        assertThat(InterestBalance.of(40, 30, 30).index())
                .isCloseTo(100 * (1 - .048949937 / .6501152), within(1e-4));
        var tilted = Composition.of(.5, .3, .2);
        assertThat(Composition.of(0, 0, 1).balance(tilted)).isCloseTo(0, within(1e-12));
        assertThat(Composition.of(1, 0, 0).balance(tilted)).isGreaterThan(0);
    }

    @Test
    void triangleHasItsCornersWhereTheyBelong() {
        assertThat(InterestBalance.of(1, 0, 0).place()).isEqualTo(new InterestBalance.Place(0, 0));
        assertThat(InterestBalance.of(0, 1, 0).place()).isEqualTo(new InterestBalance.Place(1, 0));
        var own = InterestBalance.of(0, 0, 1).place();
        assertThat(own.x()).isEqualTo(.5);
        assertThat(own.y()).isCloseTo(.8660254, within(1e-7));
        assertThat(InterestBalance.EVEN.place().x()).isCloseTo(.5, within(1e-12));
    }

    @Test
    void zerosAreReplacedWithoutChangingOtherRatios() {
        var shares = Composition.of(.6, .4, 0, 0).withoutZeros(.01).shares();
        assertThat(shares).containsExactly(new double[] {.588, .392, .01, .01}, within(1e-12));
    }

    @Test
    void saysWhenAGroupIsTooSmallOrTooEven() {
        assertThat(reason(Centre.of(FIVE.subList(0, 1)).spread()))
                .isEqualTo("there is 1 composition, a spread needs at least 2");
        assertThat(reason(Centre.of(FIVE.subList(0, 2)).deviation(EVEN)))
                .isEqualTo("there are 2 compositions of 3 parts, a test needs at least 3");
        assertThat(reason(Centre.of(List.of(EVEN, EVEN, EVEN)).deviation(EVEN)))
                .isEqualTo("the 3 compositions do not scatter in every direction");
    }

    @Test
    void testOfTheCentreErrsAboutAsOftenAsItSays() {
        var random = new SplittableRandom(12);
        var target = Composition.of(.5, .3, .2);
        double[] z = target.ilr();
        int wrong = 0;
        for (int run = 0; run < 1000; run++) {
            var group =
                    IntStream.range(0, 8)
                            .mapToObj(i ->
                                    Composition.ofIlr(
                                            z[0] + random.nextGaussian(),
                                            z[1] + .3 * random.nextGaussian()))
                            .toList();
            wrong += estimate(Centre.of(group).deviation(target)).pValue() < .05 ? 1 : 0;
        }
        assertThat(wrong / 1000.0).isBetween(.03, .07);
    }

    @Test
    void refusesPartsThatMakeNoWhole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Composition.of(.5, -.1, .6))
                .withMessage("parts[1] is -0.1, allowed is a number of at least 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Composition.of(0, 0, 0))
                .withMessage("the largest part is 0.0, allowed is above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Composition.of(1, 0, 0).ilr())
                .withMessage("shares[1] is 0.0, allowed is above 0: replace zeros first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EVEN.distance(Composition.of(1, 1)))
                .withMessage("other.size() is 2, allowed is exactly 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InterestBalance(.5, .5, .5))
                .withMessage("the sum of the three is 1.5, allowed is 1");
    }
}
