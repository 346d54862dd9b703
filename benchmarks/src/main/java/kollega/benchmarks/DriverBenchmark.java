package kollega.benchmarks;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import kollega.measurement.Outcome;
import kollega.measurement.driver.CrossProducts;
import kollega.measurement.driver.DriverModel;
import kollega.measurement.driver.ImportanceInterval;
import kollega.measurement.driver.WishartBootstrap;
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

/** What drivers cost: importance of fifteen, intervals of eight, and the sums behind them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DriverBenchmark {
    private static final int ROWS = 10_000;

    private double[][] rows = new double[0][];
    private CrossProducts fifteen = CrossProducts.empty(16);
    private CrossProducts eight = CrossProducts.empty(9);

    /** Answers from 1 to 5 that share a mood. */
    @Setup
    public void answers() {
        var random = new SplittableRandom(1);
        rows = new double[ROWS][16];
        for (double[] row : rows) {
            double mood = random.nextGaussian();
            for (int j = 0; j < row.length; j++) {
                row[j] = Math.clamp(Math.round(3 + mood + random.nextGaussian()), 1, 5);
            }
        }
        fifteen = CrossProducts.of(rows);
        eight = fifteen.select(IntStream.range(0, 9).toArray());
    }

    @Benchmark
    public Outcome<DriverModel> modelOfFifteenDrivers() {
        return DriverModel.of(fifteen, names(15));
    }

    @Benchmark
    public Outcome<List<ImportanceInterval>> thousandDrawsOfEightDrivers() {
        return new WishartBootstrap(1000, 7).intervals(eight, names(8), .95);
    }

    @Benchmark
    public CrossProducts sumsOfTenThousandRows() {
        return CrossProducts.of(rows);
    }

    private static List<String> names(int drivers) {
        return IntStream.range(0, drivers).mapToObj(j -> "d" + j).toList();
    }
}
