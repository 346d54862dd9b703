package kollega.measurement.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import kollega.measurement.Outcome;
import kollega.measurement.Outcome.Estimated;
import kollega.measurement.Outcome.NotEnoughData;
import org.junit.jupiter.api.Test;

class RakingTest {

    private static final Map<String, Double> TYPES = Map.of("E", 4421.0, "H", 755.0, "M", 1018.0);
    private static final Map<String, Double> WIDE = Map.of("No", 1072.0, "Yes", 5122.0);

    /** References: R package survey, svymean after postStratify and after rake. */
    @Test
    void agreesWithReference() throws IOException {
        List<String[]> schools = schools();
        List<String> types = schools.stream().map(school -> school[0]).toList();
        List<String> wide = schools.stream().map(school -> school[1]).toList();
        double[] api = schools.stream().mapToDouble(s -> Double.parseDouble(s[2])).toArray();

        Raking plain = value(Raking.of(List.of(everybody(200, 6194)), 5));
        assertThat(plain.mean(api)).isCloseTo(656.585, within(1e-9));
        assertThat(plain.standardError(api)).isCloseTo(9.24972, within(1e-5));

        Raking byType = value(Raking.of(List.of(new Margin("type", TYPES, types)), 5));
        assertThat(byType.mean(api)).isCloseTo(656.78158, within(1e-5));
        assertThat(byType.standardError(api)).isCloseTo(9.15654, within(1e-5));

        Raking raked =
                value(
                        Raking.of(
                                List.of(
                                        new Margin("type", TYPES, types),
                                        new Margin("wide", WIDE, wide)),
                                5));
        assertThat(raked.mean(api)).isCloseTo(657.79155, within(1e-5));
        assertThat(raked.standardError(api)).isCloseTo(8.82568, within(1e-5));
        assertThat(raked.effectiveN()).isCloseTo(199.8108595, within(1e-6));
        assertTotals(raked, types, TYPES);
        assertTotals(raked, wide, WIDE);
    }

    @Test
    void trimsExtremeWeightsAndMeetsTheTotalsStill() {
        List<String> sex = new ArrayList<>(Collections.nCopies(95, "f"));
        sex.addAll(Collections.nCopies(5, "m"));
        List<String> site = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            site.add(i % 10 == 9 ? "south" : "north");
        }
        Map<String, Double> sexes = Map.of("f", 810.0, "m", 190.0);
        Map<String, Double> sites = Map.of("north", 700.0, "south", 300.0);
        Raking raked =
                value(
                        Raking.of(
                                List.of(
                                        new Margin("sex", sexes, sex),
                                        new Margin("site", sites, site)),
                                5));
        double[] weights = raked.weights();
        assertThat(Arrays.stream(weights).min().orElseThrow()).isGreaterThan(2.5 - 1e-4);
        assertThat(Arrays.stream(weights).max().orElseThrow()).isCloseTo(40, within(1e-3));
        for (Map.Entry<String, Double> kind : sexes.entrySet()) {
            assertThat(total(raked, sex, kind.getKey())).isCloseTo(kind.getValue(), within(0.01));
        }
        for (Map.Entry<String, Double> kind : sites.entrySet()) {
            assertThat(total(raked, site, kind.getKey())).isCloseTo(kind.getValue(), within(0.01));
        }
    }

    /**
     * Silence that depends on the traits: raking takes its bias away and claims the right error.
     */
    @Test
    void takesAwayTheBiasOfSilence() {
        Random random = new Random(12);
        int runs = 600;
        double bias = 0;
        double rawBias = 0;
        double squares = 0;
        double claimed = 0;
        for (int run = 0; run < runs; run++) {
            List<String> age = new ArrayList<>();
            List<String> site = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            double truth = 0;
            int people = 2000;
            for (int i = 0; i < people; i++) {
                boolean old = i % 2 == 0;
                boolean north = i % 5 < 3;
                double value = (old ? 2 : 0) + (north ? 1 : 0) + random.nextGaussian();
                truth += value / people;
                if (random.nextDouble() < (old ? 0.15 : 0.05) * (north ? 1.2 : 0.8)) {
                    age.add(old ? "old" : "young");
                    site.add(north ? "north" : "south");
                    values.add(value);
                }
            }
            double[] v = values.stream().mapToDouble(Double::doubleValue).toArray();
            Raking raked =
                    value(
                            Raking.of(
                                    List.of(
                                            new Margin(
                                                    "age",
                                                    Map.of("old", 1000.0, "young", 1000.0),
                                                    age),
                                            new Margin(
                                                    "site",
                                                    Map.of("north", 1200.0, "south", 800.0),
                                                    site)),
                                    5));
            double error = raked.mean(v) - truth;
            bias += error / runs;
            squares += error * error / runs;
            claimed += Math.pow(raked.standardError(v), 2) / runs;
            rawBias += (values.stream().mapToDouble(x -> x).average().orElseThrow() - truth) / runs;
        }
        assertThat(rawBias).isGreaterThan(0.4);
        assertThat(bias).isCloseTo(0, within(0.015));
        assertThat(claimed / squares).isBetween(0.85, 1.15);
    }

    @Test
    void saysWhichKindToMerge() {
        Margin thin =
                new Margin("type", Map.of("a", 50.0, "b", 50.0), List.of("a", "a", "a", "a", "b"));
        assertThat(Raking.of(List.of(thin), 2))
                .isEqualTo(
                        new NotEnoughData<>(
                                "Kind b of type has 1 answers and needs at least 2: merge it with"
                                        + " another."));
    }

    @Test
    void saysWhenTotalsCannotBeMetTogether() {
        List<String> same = List.of("x", "x", "x", "y", "y", "y");
        Margin one = new Margin("one", Map.of("x", 50.0, "y", 50.0), same);
        Margin other = new Margin("other", Map.of("x", 80.0, "y", 20.0), same);
        assertThat(Raking.of(List.of(one, other), 2)).isInstanceOf(NotEnoughData.class);
        Margin extreme = new Margin("extreme", Map.of("x", 99.0, "y", 1.0), same);
        assertThat(Raking.of(List.of(extreme), 2)).isInstanceOf(NotEnoughData.class);
    }

    @Test
    void refusesMarginsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Margin("type", Map.of("a", 5.0), List.of("a", "b")))
                .withMessage("kinds[1] is b, allowed is one of [a]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Raking.of(List.of(everybody(10, 100), everybody(10, 200)), 5))
                .withMessageContaining("total of margin everybody is 200.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> value(Raking.of(List.of(everybody(10, 100)), 5)).mean(1, 2))
                .withMessageContaining("values.length is 2");
    }

    private static Margin everybody(int answers, double asked) {
        return new Margin("everybody", Map.of("all", asked), Collections.nCopies(answers, "all"));
    }

    private static void assertTotals(Raking raked, List<String> kinds, Map<String, Double> totals) {
        totals.forEach((kind, total) ->
                assertThat(total(raked, kinds, kind)).isCloseTo(total, within(1e-3)));
    }

    private static double total(Raking raked, List<String> kinds, String kind) {
        double sum = 0;
        double[] weights = raked.weights();
        for (int i = 0; i < weights.length; i++) {
            sum += kinds.get(i).equals(kind) ? weights[i] : 0;
        }
        return sum;
    }

    private static List<String[]> schools() throws IOException {
        try (var in = Objects.requireNonNull(RakingTest.class.getResourceAsStream("apisrs.csv"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(2).map(line -> line.split(",")).toList();
        }
    }

    private static <T> T value(Outcome<T> outcome) {
        return ((Estimated<T>) outcome).value();
    }
}
