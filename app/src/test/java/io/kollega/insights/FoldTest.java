package io.kollega.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How what is observed gets into the cells: exactly once, whatever breaks. */
class FoldTest extends OnDatabase {
    private static final UnitId ACCOUNTING = new UnitId(1);
    private static final UnitId IT = new UnitId(2);

    @Test
    void countsEachValueOnce() {
        record("a", 9, 1);
        record("a", 9, 1);
        others();
        fold.everything();
        fold.everything();
        assertThat(count(9)).isEqualTo(1);
        assertThat(count(5)).isEqualTo(4);
        assertThat(cells.verify()).isEqualTo(new Cells.Comparison(5, 0, 1, 0, 0, 0));
    }

    @Test
    void replacesWhatWaits() {
        record("a", 9, 1);
        fold.everything();
        record("a", 3, 1);
        record("a", 4, 1);
        record("a", 4, 1);
        others();
        fold.everything();
        assertThat(count(9)).isZero();
        assertThat(count(3)).isZero();
        assertThat(count(4)).isEqualTo(1);
        assertThat(total()).isEqualTo(5);
        assertThat(cells.verify().agrees()).isTrue();
    }

    @Test
    void replacesWhatWasTakenInOnlyTogetherWithWhatOthersSaid() {
        record("a", 9, 1);
        others();
        fold.everything();
        record("a", 3, 1);
        fold.everything();
        assertThat(count(9)).isEqualTo(1);
        assertThat(count(3)).isZero();
        IntStream.range(0, 4).forEach(i -> record("later" + i, 7, 2 + i));
        fold.everything();
        assertThat(count(9)).isZero();
        assertThat(count(3)).isEqualTo(1);
        assertThat(total()).isEqualTo(9);
        assertThat(cells.verify().agrees()).isTrue();
    }

    @Test
    void keepsTheLastOfTwoInOneRecording() {
        observations.record(List.of(observation("a", 9, 1), observation("a", 3, 1)));
        others();
        fold.everything();
        assertThat(count(9)).isZero();
        assertThat(count(3)).isEqualTo(1);
    }

    @Test
    void countsNothingThatWasRolledBack() {
        transactions.executeWithoutResult(status -> {
            record("a", 9, 1);
            others();
            status.setRollbackOnly();
        });
        fold.everything();
        assertThat(total()).isZero();
        assertThat(cells.verify().observations()).isZero();
    }

    @Test
    void foldsAgainWhatABrokenFoldHadTaken() {
        record("a", 9, 1);
        others();
        assertThatThrownBy(() ->
                        transactions.executeWithoutResult(_ -> {
                            assertThat(fold.batch().pairs()).isEqualTo(1);
                            throw new IllegalStateException("killed");
                        }))
                .hasMessage("killed");
        assertThat(total()).isZero();
        assertThat(cells.verify().waiting()).isEqualTo(5);
        fold.everything();
        assertThat(total()).isEqualTo(5);
    }

    @Test
    void countsExactlyOnceWithManyRecordersAndFolders() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Callable<Void>> work = new ArrayList<>();
            for (int recorder = 0; recorder < 4; recorder++) {
                int first = recorder * 100;
                work.add(() -> {
                    for (int i = first; i < first + 150; i++) {
                        record("s" + i, i % 11, i % 7 + 1);
                    }
                    return null;
                });
                work.add(() -> {
                    for (int i = 0; i < 50; i++) {
                        fold.everything();
                    }
                    return null;
                });
            }
            work.add(() -> {
                for (int i = 0; i < 5; i++) {
                    cells.rebuild(_ -> {});
                }
                return null;
            });
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
        }
        assertThat(cells.verify().agrees()).isTrue();
        fold.everything();
        Cells.Comparison all = cells.verify();
        assertThat(all.agrees()).isTrue();
        assertThat(all.observations()).isEqualTo(450);
        assertThat(total() + all.waiting()).isEqualTo(450);
    }

    @Test
    void findsAndRebuildsWhatWasDamaged() {
        record("a", 9, 1);
        others();
        fold.everything();
        record("c", 7, 3);
        jdbc.sql("update insights.cell set v9 = 5").update();
        jdbc.sql("update insights.cell set people = '{77}'").update();
        assertThat(cells.verify()).isEqualTo(new Cells.Comparison(6, 1, 1, 1, 1, 0));
        jdbc.sql("delete from insights.cell").update();
        assertThat(cells.verify()).isEqualTo(new Cells.Comparison(6, 1, 0, 1, 1, 0));
        List<Measure> progress = new ArrayList<>();
        assertThat(cells.rebuild(progress::add)).isEqualTo(1);
        assertThat(progress).containsExactly(Measure.values());
        assertThat(cells.verify()).isEqualTo(new Cells.Comparison(6, 1, 1, 0, 0, 0));
        assertThat(total()).isEqualTo(5);
    }

    @Test
    void findsStepsOfTooFewAndOfMostlyOne() {
        record("a", 9, 1);
        others();
        fold.everything();
        jdbc.sql("update insights.observation set rater = 1 where source <> 'other3'").update();
        assertThat(cells.verify().wrongSteps()).isEqualTo(1);
        jdbc.sql("update insights.observation set rater = length(source) + n * value").update();
        assertThat(cells.verify().wrongSteps()).isEqualTo(1);
    }

    @Test
    void leavesTheCellsToAnotherFolder() {
        record("a", 9, 1);
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("select number from insights.generation for update")
                    .query(Long.class)
                    .single();
            assertThat(inAnotherThread(fold::batch)).isEqualTo(new Fold.Batch(0, false));
        });
        assertThat(fold.batch().pairs()).isEqualTo(1);
    }

    @Test
    void takesInPartsWhatIsTooMuchAtOnce() {
        Fold inParts = new Fold(jdbc, transactions, new Steps(jdbc), now, 8);
        for (UnitId client : List.of(A, C, D)) {
            rate(client, B, MARCH, 1, 9, 9, 9, 9, 9);
        }
        observations.bring(seen());
        assertThat(inParts.batch()).isEqualTo(new Fold.Batch(2, true));
        assertThat(total()).isEqualTo(10);
        assertThat(inParts.batch()).isEqualTo(new Fold.Batch(1, false));
        assertThat(total()).isEqualTo(15);
        assertThat(inParts.batch()).isEqualTo(new Fold.Batch(0, false));
        assertThat(cells.verify()).isEqualTo(new Cells.Comparison(15, 0, 3, 0, 0, 0));
    }

    @Test
    void goesOnWithTheNextPartByItself() {
        Fold inParts = new Fold(jdbc, transactions, new Steps(jdbc), now, 1);
        for (UnitId client : List.of(A, C, D)) {
            rate(client, B, MARCH, 1, 9, 9, 9, 9, 9);
        }
        observations.record(seen());
        inParts.everything();
        assertThat(total()).isEqualTo(15);
    }

    @Test
    void letsPeopleRecordWhileAnotherFolds() {
        transactions.executeWithoutResult(_ -> {
            record("a", 9, 1);
            others();
            assertThat(fold.batch().pairs()).isEqualTo(1);
            assertThat(
                            inAnotherThread(() -> {
                                record("b", 9, 1);
                                return 1;
                            }))
                    .isEqualTo(1);
        });
        fold.everything();
        assertThat(cells.verify().waiting()).isEqualTo(1);
    }

    @Test
    void tellsRatersApartWithoutNamingThem() {
        long key = observations.raterKey(new PersonId(7));
        assertThat(observations.raterKey(new PersonId(7))).isEqualTo(key).isNotEqualTo(7);
        assertThat(observations.raterKey(new PersonId(8))).isNotEqualTo(key);
    }

    @Test
    void refusesValueOutsideItsMeasure() {
        assertThatThrownBy(() -> observation("a", 11, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 0 to 10");
        assertThatThrownBy(() -> observation("a", -1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static <T> T inAnotherThread(Callable<T> work) {
        try (var pool = Executors.newSingleThreadExecutor()) {
            return pool.submit(work).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Four more people, so that what one said may be taken in. */
    private void others() {
        IntStream.range(0, 4).forEach(i -> record("other" + i, 5, 2 + i));
    }

    private void record(String source, int score, long rater) {
        observations.record(List.of(observation(source, score, rater)));
    }

    private static Observation observation(String source, int score, long rater) {
        return new Observation(
                source, Measure.NPS, ACCOUNTING, IT, null, LocalDate.of(2026, 3, 3), score, rater);
    }

    private int count(int score) {
        return jdbc.sql("select coalesce(sum(v" + score + "), 0) from insights.cell")
                .query(Integer.class)
                .single();
    }

    private int total() {
        return IntStream.rangeClosed(0, 10).map(this::count).sum();
    }
}
