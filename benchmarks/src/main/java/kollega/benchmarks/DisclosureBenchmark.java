package kollega.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import kollega.measurement.disclosure.MatrixSuppression;
import kollega.measurement.disclosure.PrivacyLevel;
import kollega.measurement.disclosure.PublicationAuditor;
import kollega.measurement.disclosure.PublicationAuditor.Table;
import kollega.measurement.disclosure.RaterTally;
import kollega.measurement.disclosure.RatingMatrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The audit of 2,000 tables over 2,000 atoms, each table a random half of them, which is the worst
 * case for elimination; and the suppression of a matrix of 24 by 24 units.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class DisclosureBenchmark {

    private static final int ATOMS = 2000;
    private static final int UNITS = 24;

    private final List<Table> halves = new ArrayList<>();
    private final int[] people = new int[ATOMS];
    private final RatingMatrix fewRaters = matrix(3);
    private final RatingMatrix manyRaters = matrix(12);

    public DisclosureBenchmark() {
        Random random = new Random(1);
        Arrays.fill(people, 6);
        for (int table = 0; table < 2000; table++) {
            Set<Integer> half = new HashSet<>();
            for (int atom = 0; atom < ATOMS; atom++) {
                if (random.nextBoolean()) {
                    half.add(atom);
                }
            }
            halves.add(new Table("half", List.of(half)));
        }
    }

    @Benchmark
    public Object auditTwoThousandTables() {
        return PublicationAuditor.of(5, people).admit(halves).verdicts();
    }

    @Benchmark
    public Object suppressMatrixWithFewRaters() {
        return MatrixSuppression.of(fewRaters, PrivacyLevel.SCORE.threshold());
    }

    @Benchmark
    public Object suppressMatrixWithManyRaters() {
        return MatrixSuppression.of(manyRaters, PrivacyLevel.SCORE.threshold());
    }

    private static RatingMatrix matrix(int meanAnswers) {
        Random random = new Random(meanAnswers);
        List<RatingMatrix.Cell> cells = new ArrayList<>();
        for (int client = 0; client < UNITS; client++) {
            for (int provider = 0; provider < UNITS; provider++) {
                Map<Long, Integer> answers = new HashMap<>();
                int count = (int) (-meanAnswers * Math.log(random.nextDouble()));
                for (int i = 0; i < count; i++) {
                    answers.merge(1000L * client + random.nextInt(40), 1, Integer::sum);
                }
                cells.add(new RatingMatrix.Cell(client, provider, new RaterTally(answers)));
            }
        }
        return RatingMatrix.of(UNITS, UNITS, cells);
    }
}
