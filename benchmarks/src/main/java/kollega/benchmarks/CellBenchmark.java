package kollega.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kollega.measurement.Interval;
import kollega.measurement.Outcome;
import kollega.measurement.few.NetScorePrior;
import kollega.measurement.score.NetScore;
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
import org.openjdk.jmh.infra.Blackhole;

/** A matrix of 10,000 cells of 3 to 150 answers, on one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CellBenchmark {

    private static final int CELLS = 10_000;

    private final List<NetScore> cells = new ArrayList<>();

    @Setup
    public void draw() {
        var random = new RandomDataGenerator(1);
        for (int i = 0; i < CELLS; i++) {
            double p = random.nextGamma(1.96, 1);
            double n = random.nextGamma(1.42, 1);
            double d = random.nextGamma(1.61, 1);
            long answers = Math.round(3 * Math.pow(50, random.nextDouble()));
            long[] counts = new long[3];
            for (long a = 0; a < answers; a++) {
                double u = random.nextDouble() * (p + n + d);
                counts[u < p ? 0 : u < p + n ? 1 : 2]++;
            }
            cells.add(NetScore.of(counts[0], counts[1], counts[2]));
        }
    }

    /** Everything a page of the matrix needs: the prior, then each cell's figures. */
    @Benchmark
    public void intervalShrinkageAndProbability(Blackhole figures) {
        NetScorePrior prior = prior();
        for (NetScore cell : cells) {
            figures.consume(cell.interval());
            figures.consume(prior.posterior(cell).mean());
            figures.consume(prior.probabilityBelowMean(cell));
        }
    }

    @Benchmark
    public void intervalAlone(Blackhole figures) {
        for (NetScore cell : cells) {
            Interval interval = cell.interval();
            figures.consume(interval);
        }
    }

    @Benchmark
    public NetScorePrior priorAlone() {
        return prior();
    }

    private NetScorePrior prior() {
        return switch (NetScorePrior.fit(cells)) {
            case Outcome.Estimated<NetScorePrior>(NetScorePrior prior) -> prior;
            case Outcome.NotEnoughData<NetScorePrior>(String reason) ->
                    throw new IllegalStateException(reason);
        };
    }
}
