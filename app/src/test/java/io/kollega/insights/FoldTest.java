package io.kollega.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldTest extends OnDatabase {
    private static final UnitId ACCOUNTING = new UnitId(1);
    private static final UnitId IT = new UnitId(2);

    @Test
    void countsEachValueOnce() {
        record("a", 9, 1);
        record("a", 9, 1);
        record("b", 9, 2);
        fold.everything();
        fold.everything();
        assertThat(count(9)).isEqualTo(2);
        assertThat(cells.verify()).isEqualTo(new Cells.Comparison(2, 0, 1, 0, 0));
    }

    @Test
    void replacesWhatWasSeenBefore() {
        record("a", 9, 1);
        record("b", 9, 2);
        fold.everything();
        record("a", 3, 1);
        record("b", 4, 2);
        record("b", 5, 2);
        assertThat(cells.verify().agrees()).isTrue();
        fold.everything();
        assertThat(count(9)).isZero();
        assertThat(count(3)).isEqualTo(1);
        assertThat(count(4)).isZero();
        assertThat(count(5)).isEqualTo(1);
        assertThat(cells.verify().agrees()).isTrue();
    }

    @Test
    void keepsTheLastOfTwoInOneRecording() {
        observations.record(List.of(observation("a", 9, 1), observation("a", 3, 1)));
        fold.everything();
        assertThat(count(9)).isZero();
        assertThat(count(3)).isEqualTo(1);
    }

    @Test
    void countsNothingThatWasRolledBack() {
        transactions.executeWithoutResult(status -> {
            record("a", 9, 1);
            status.setRollbackOnly();
        });
        fold.everything();
        assertThat(count(9)).isZero();
        assertThat(cells.verify().observations()).isZero();
    }

    @Test
    void foldsAgainWhatABrokenFoldHadTaken() {
        record("a", 9, 1);
        assertThatThrownBy(() ->
                        transactions.executeWithoutResult(_ -> {
                            assertThat(fold.batch()).isEqualTo(1);
                            throw new IllegalStateException("killed");
                        }))
                .hasMessage("killed");
        assertThat(count(9)).isZero();
        assertThat(cells.verify().waiting()).isEqualTo(1);
        fold.everything();
        assertThat(count(9)).isEqualTo(1);
    }

    @Test
    void countsExactlyOnceWithManyRecordersAndFolders() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Callable<Void>> work = new java.util.ArrayList<>();
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
                    cells.rebuild();
                }
                return null;
            });
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
        }
        assertThat(cells.verify().agrees()).isTrue();
        fold.everything();
        assertThat(cells.verify()).isEqualTo(new Cells.Comparison(450, 0, 1, 0, 0));
        assertThat(IntStream.rangeClosed(0, 10).map(this::count).sum()).isEqualTo(450);
    }

    @Test
    void rebuildsWhatWasDamaged() {
        record("a", 9, 1);
        record("b", 0, 2);
        fold.everything();
        record("c", 7, 3);
        jdbc.sql("update insights.cell set v9 = 5").update();
        jdbc.sql("delete from insights.cell_rater").update();
        assertThat(cells.verify()).isEqualTo(new Cells.Comparison(3, 1, 1, 2, 2));
        assertThat(cells.rebuild()).isEqualTo(1);
        assertThat(cells.verify()).isEqualTo(new Cells.Comparison(3, 0, 1, 0, 0));
        fold.everything();
        assertThat(count(7)).isEqualTo(1);
    }

    @Test
    void leavesTheCellsToAnotherFolder() {
        record("a", 9, 1);
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("select number from insights.generation for update")
                    .query(Long.class)
                    .single();
            assertThat(inAnotherThread(fold::batch)).isZero();
        });
        assertThat(fold.batch()).isEqualTo(1);
    }

    @Test
    void tellsRatersApartWithoutNamingThem() {
        long key = observations.raterKey(new PersonId(7));
        assertThat(observations.raterKey(new PersonId(7))).isEqualTo(key).isNotEqualTo(7);
        assertThat(observations.raterKey(new PersonId(8))).isNotEqualTo(key);
    }

    @Test
    void refusesValueOutsideItsMeasure() {
        assertThatThrownBy(() -> record("a", 11, 1)).hasMessageContaining("from 0 to 10");
    }

    private void record(String source, int score, long rater) {
        observations.record(List.of(observation(source, score, rater)));
    }

    private static Observation observation(String source, int score, long rater) {
        LocalDate day = LocalDate.of(2026, 3, 14);
        return new Observation(source, Measure.NPS, ACCOUNTING, IT, null, day, score, rater);
    }

    private int count(int score) {
        return jdbc.sql("select coalesce(sum(v" + score + "), 0) from insights.cell")
                .query(Integer.class)
                .single();
    }

    private static <T> T inAnotherThread(Callable<T> work) {
        try (var pool = Executors.newSingleThreadExecutor()) {
            return pool.submit(work).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
