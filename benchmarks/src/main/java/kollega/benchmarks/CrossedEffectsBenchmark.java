package kollega.benchmarks;

import java.util.concurrent.TimeUnit;
import kollega.measurement.Outcome;
import kollega.measurement.few.CrossedEffects;
import org.hipparchus.random.RandomDataGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** 75,000 ratings of 1,100 providers by 3,000 raters: severity and quality by REML, on one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 3)
@Fork(1)
public class CrossedEffectsBenchmark {

    private static final int RATINGS = 75_000;
    private static final int RATERS = 3_000;
    private static final int PROVIDERS = 1_100;

    private final int[] raters = new int[RATINGS];
    private final int[] providers = new int[RATINGS];
    private final double[] ratings = new double[RATINGS];

    @Setup
    public void draw() {
        var random = new RandomDataGenerator(2);
        double[] severity = new double[RATERS];
        double[] quality = new double[PROVIDERS];
        for (int i = 0; i < RATERS; i++) {
            severity[i] = random.nextNormal(0, 0.3);
        }
        for (int j = 0; j < PROVIDERS; j++) {
            quality[j] = random.nextNormal(0, 0.5);
        }
        for (int k = 0; k < RATINGS; k++) {
            raters[k] = random.nextInt(RATERS);
            providers[k] = random.nextInt(PROVIDERS);
            ratings[k] =
                    3 + severity[raters[k]] + quality[providers[k]] + random.nextNormal(0, 1.2);
        }
    }

    @Benchmark
    public Outcome<CrossedEffects> severityAndQuality() {
        return CrossedEffects.fit(raters, providers, ratings);
    }
}
