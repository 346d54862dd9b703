package kollega.benchmarks;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import kollega.measurement.summary.ScoreHistogram;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A million histogram cells into one. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SummaryBenchmark {

    private final ScoreHistogram[] cells = new ScoreHistogram[1_000_000];

    public SummaryBenchmark() {
        Random random = new Random(1);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = ScoreHistogram.of(random.longs(ScoreHistogram.ANSWERS, 0, 50).toArray());
        }
    }

    @Benchmark
    public ScoreHistogram accumulateMillionCells() {
        ScoreHistogram.Accumulator sum = new ScoreHistogram.Accumulator();
        for (ScoreHistogram cell : cells) {
            sum.add(cell);
        }
        return sum.result();
    }

    @Benchmark
    public ScoreHistogram mergeMillionCells() {
        ScoreHistogram sum = ScoreHistogram.EMPTY;
        for (ScoreHistogram cell : cells) {
            sum = sum.merge(cell);
        }
        return sum;
    }
}
