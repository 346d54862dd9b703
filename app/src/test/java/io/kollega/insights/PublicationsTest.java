package io.kollega.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kollega.organization.UnitId;
import java.util.ArrayList;
import java.util.List;
import kollega.measurement.disclosure.Reason;
import kollega.measurement.score.NetScore;
import org.junit.jupiter.api.Test;

class PublicationsTest extends OnDatabase {
    @Test
    void publishesScoreWithIntervalAndPeople() {
        rate(A, B, 1, 10, 9, 9, 7, 3);
        rate(A, B, 1, 10);
        Figure.Published figure = published(matrix(), A, B);
        NetScore score = NetScore.of(4, 1, 1);
        assertThat(figure.value()).isEqualTo(50);
        assertThat(figure.low()).isLessThanOrEqualTo(100 * score.interval().low());
        assertThat(figure.low()).isGreaterThan(100 * score.interval().low() - 5);
        assertThat(figure.low() % 5).isZero();
        assertThat(figure.high()).isGreaterThanOrEqualTo(100 * score.interval().high());
        assertThat(figure.high()).isLessThan(100 * score.interval().high() + 5);
        assertThat(figure.precision()).isEqualTo(Figure.Precision.COARSE);
        assertThat(figure.n()).isEqualTo(6);
        assertThat(figure.raters()).isEqualTo(5);
    }

    @Test
    void letsNoHiddenCellBeWorkedOutFromTotals() {
        rate(A, C, 1, 9, 9, 9, 9, 9, 9);
        rate(A, D, 1, 2, 2);
        rate(B, C, 100, 9, 9, 9, 9, 9, 9, 9, 9);
        rate(B, D, 100, 9, 9, 9, 9, 9, 9, 9, 9);
        UnitMatrix matrix = matrix();
        assertThat(withheld(matrix, A, D)).isEqualTo(new Reason.TooFewRaters(5));
        assertThat(published(matrix, A, C).n()).isEqualTo(6);
        assertThat(published(matrix, B, D).n()).isEqualTo(8);
        assertThat(answers(matrix.asClient(A).orElseThrow())).isEqualTo(6);
        assertThat(answers(matrix.asProvider(D).orElseThrow())).isEqualTo(8);
        assertThat(answers(matrix.company())).isEqualTo(22);
        assertThat(answers(matrix.asClient(B).orElseThrow())).isEqualTo(16);
    }

    @Test
    void letsNoHiddenCellColourWhatIsShown() {
        assertThat(shownBesideHidden(0, 0)).isEqualTo(shownBesideHidden(10, 10));
    }

    /** Everything that is shown of a matrix with a cell that is hidden with these scores. */
    private List<Object> shownBesideHidden(int... hidden) {
        empty();
        rate(A, B, 1, 9, 9, 9, 3, 9, 9, 2, 1);
        rate(A, C, 1, 9, 9, 9, 9, 8, 9);
        rate(A, D, 1, hidden);
        rate(B, C, 100, 9, 9, 9, 9, 7, 9, 9, 9);
        rate(B, D, 100, 9, 2, 2, 9, 2, 9, 9, 9);
        rate(C, B, 200, 9, 2, 2, 9, 2, 9, 9, 9);
        rate(C, D, 200, 9, 8, 8, 9, 8, 7, 9, 9);
        UnitMatrix matrix = matrix();
        assertThat(figure(matrix, A, D)).isInstanceOf(Figure.Withheld.class);
        assertThat(matrix.fair(A, B)).isPresent();
        List<Object> shown = new ArrayList<>(matrix.cells());
        matrix.cells().forEach(cell -> shown.add(matrix.fair(cell.client(), cell.provider())));
        for (UnitId unit : List.of(A, B, C, D)) {
            shown.add(matrix.asClient(unit));
            shown.add(matrix.asProvider(unit));
        }
        shown.add(matrix.company());
        shown.add(
                publications
                        .edition(Structure.OF_ITS_TIME)
                        .series(Measure.NPS, new Subject.Client(A), Period.ALL));
        return shown;
    }

    @Test
    void countsSharesByTheirFavourableValues() {
        for (int i = 0; i < 8; i++) {
            see(Measure.EASE, A, B, MARCH, i % 4, i);
        }
        Figure.Published figure = published(matrix(Measure.EASE, Period.ALL), A, B);
        assertThat(figure.value()).isEqualTo(0.5);
        assertThat(figure.low()).isCloseTo(0.2152, within(1e-4));
        assertThat(figure.high()).isCloseTo(0.7848, within(1e-4));
    }

    @Test
    void givesMeansTheirOwnScale() {
        for (int i = 0; i < 6; i++) {
            see(Measure.SPEED, A, B, MARCH, 4, i);
        }
        Figure.Published figure = published(matrix(Measure.SPEED, Period.ALL), A, B);
        assertThat(figure.value()).isEqualTo(4);
        assertThat(figure.low()).isBetween(3.0, 3.99);
        assertThat(figure.high()).isBetween(4.01, 5.0);
        assertThat(figure.comparison()).isNull();
    }

    @Test
    void flagsTheWeakProviderAndAllowsForTheStrictClient() {
        long person = 1;
        for (UnitId client : List.of(A, B, C, D)) {
            for (UnitId provider : List.of(A, B, C, D)) {
                if (!client.equals(provider)) {
                    int weak = provider.equals(D) ? 5 : 9;
                    int[] scores = new int[40];
                    for (int i = 0; i < scores.length; i++) {
                        scores[i] = i % 4 == 0 ? 7 : client.equals(A) && i % 2 == 0 ? 4 : weak;
                    }
                    rate(client, provider, person, scores);
                    person += 100;
                }
            }
        }
        UnitMatrix matrix = matrix();
        assertThat(flag(published(matrix, B, D))).isEqualTo(Figure.Flag.BELOW);
        assertThat(flag(published(matrix, B, C))).isEqualTo(Figure.Flag.ABOVE);
        Fairness.Fair strict = matrix.fair(A, B).orElseThrow();
        assertThat(strict.client()).isNegative();
        assertThat(strict.value()).isGreaterThan(published(matrix, A, B).value());
        assertThat(matrix.fair(B, D).orElseThrow().flag()).isEqualTo(Figure.Flag.BELOW);
    }

    private static Figure.Flag flag(Figure.Published figure) {
        return java.util.Objects.requireNonNull(figure.comparison()).flag();
    }
}
