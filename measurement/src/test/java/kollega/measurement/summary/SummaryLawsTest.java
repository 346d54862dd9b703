package kollega.measurement.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of every summary, over seeded random ones. */
class SummaryLawsTest {

    /** A kind of summary: the empty one, a random one, and how bytes are read. */
    record Kind<S extends Summary<S>>(
            String name, S empty, Function<Random, S> any, Function<byte[], S> decode) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kind<?>> kinds() {
        return Stream.of(
                new Kind<>(
                        "score histogram",
                        ScoreHistogram.EMPTY,
                        random ->
                                ScoreHistogram.of(
                                        random.longs(11, 0, 1L << random.nextInt(1, 50)).toArray()),
                        ScoreHistogram::decode),
                new Kind<>(
                        "proportion",
                        Proportion.EMPTY,
                        random -> {
                            long n = random.nextLong(1L << random.nextInt(1, 50));
                            return new Proportion(random.nextLong(n + 1), n);
                        },
                        Proportion::decode),
                new Kind<>(
                        "duration summary",
                        DurationSummary.EMPTY,
                        random ->
                                DurationSummary.of(
                                        random.longs(
                                                        random.nextInt(60),
                                                        0,
                                                        1L << random.nextInt(50))
                                                .toArray()),
                        DurationSummary::decode));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <S extends Summary<S>> void mergesInAnyOrder(Kind<S> kind) {
        Random random = new Random(1);
        for (int round = 0; round < 300; round++) {
            S a = kind.any.apply(random);
            S b = kind.any.apply(random);
            S c = kind.any.apply(random);

            assertThat(a.merge(b)).isEqualTo(b.merge(a)).hasSameHashCodeAs(b.merge(a));
            assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
            assertThat(a.merge(kind.empty)).isEqualTo(a);
            assertThat(a.merge(b).n()).isEqualTo(a.n() + b.n());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <S extends Summary<S>> void takesAwayWhatWasMerged(Kind<S> kind) {
        Random random = new Random(2);
        for (int round = 0; round < 300; round++) {
            S a = kind.any.apply(random);
            S b = kind.any.apply(random);

            assertThat(a.merge(b).subtract(b)).isEqualTo(a);
            assertThat(a.subtract(a)).isEqualTo(kind.empty);
            if (a.n() < b.n()) {
                assertThatIllegalArgumentException().isThrownBy(() -> a.subtract(b));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <S extends Summary<S>> void survivesTheWayThroughBytes(Kind<S> kind) {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            S a = kind.any.apply(random);

            assertThat(kind.decode.apply(a.encode())).isEqualTo(a);
        }
        assertThat(kind.decode.apply(kind.empty.encode())).isEqualTo(kind.empty);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <S extends Summary<S>> void refusesBytesThatAreDamaged(Kind<S> kind) {
        Random random = new Random(4);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = kind.any.apply(random).encode();
            byte[] flipped = bytes.clone();
            flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            byte[] shortened = Arrays.copyOf(bytes, random.nextInt(bytes.length));

            assertThatIllegalArgumentException().isThrownBy(() -> kind.decode.apply(flipped));
            assertThatIllegalArgumentException().isThrownBy(() -> kind.decode.apply(shortened));
            byte[] noise = new byte[random.nextInt(80)];
            random.nextBytes(noise);
            assertThatIllegalArgumentException().isThrownBy(() -> kind.decode.apply(noise));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <S extends Summary<S>> void refusesBytesOfAnotherVersion(Kind<S> kind) {
        char letter = (char) kind.empty.encode()[0];
        byte[] later = new Encoder(letter, 2).number(0).number(0).finish();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> kind.decode.apply(later))
                .withMessageContaining("of version 2, known is version 1");
    }
}
