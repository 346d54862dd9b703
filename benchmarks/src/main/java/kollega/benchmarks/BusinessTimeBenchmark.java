package kollega.benchmarks;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import kollega.measurement.worktime.BusinessCalendar;
import kollega.measurement.worktime.ProductionCalendar;
import kollega.measurement.worktime.Span;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Business time over ten years by the Russian production calendar, at changing instants. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BusinessTimeBenchmark {

    private static final int INSTANTS = 1024;
    private static final long TEN_YEARS = 3652L * 86_400;

    private final BusinessCalendar calendar =
            ProductionCalendar.russian().calendar(ZoneId.of("Asia/Yekaterinburg"));
    private final Instant[] starts = new Instant[INSTANTS];
    private final Instant[] ends = new Instant[INSTANTS];
    private final List<Span> pauses;
    private int next;

    public BusinessTimeBenchmark() {
        Random random = new Random(1);
        Instant first = Instant.parse("2015-01-01T00:00:00Z");
        for (int i = 0; i < INSTANTS; i++) {
            starts[i] = first.plusSeconds(random.nextInt(365 * 86_400));
            ends[i] = starts[i].plusSeconds(TEN_YEARS);
        }
        pauses =
                IntStream.range(0, 5)
                        .mapToObj(i -> first.plusSeconds(86_400L * (400 + 500 * i)))
                        .map(pause -> new Span(pause, pause.plusSeconds(500_000)))
                        .toList();
    }

    @Benchmark
    public long elapsed() {
        int i = next++ & (INSTANTS - 1);
        return calendar.elapsedSeconds(starts[i], ends[i]);
    }

    @Benchmark
    public long elapsedWithFivePauses() {
        int i = next++ & (INSTANTS - 1);
        return calendar.elapsedSeconds(starts[i], ends[i], pauses);
    }

    @Benchmark
    public Instant due() {
        return calendar.due(starts[next++ & (INSTANTS - 1)], 16L * 3600, List.of());
    }
}
