package io.kollega.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kollega.organization.Name;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kollega.measurement.Outcome;
import org.junit.jupiter.api.Test;

class TravelViewTest {
    private static final Locale RUSSIAN = Locale.of("ru");
    private static final long DAY = 86_400;

    @Test
    void showsTheFirstRowsAndSaysHowManyAreLeftOut() {
        TravelView.Shown<TravelFigures.UnitTime> shown = view("", 16, 0).times(RUSSIAN);
        assertThat(shown.rows()).hasSize(15);
        assertThat(shown.more()).isEqualTo(1);
        assertThat(shown.rest()).isEqualTo("travel.rest.more");
        assertThat(view("", 15, 0).times(RUSSIAN).rest()).isNull();
        assertThat(view("", 15, 2).times(RUSSIAN).rest()).isEqualTo("travel.rest.withheld");
        assertThat(view("", 16, 2).times(RUSSIAN).rest()).isEqualTo("travel.rest.both");
    }

    @Test
    void findsUnitsByPartsOfTheirNames() {
        assertThat(view("склад", 5, 0).times(RUSSIAN).rows())
                .extracting(TravelFigures.UnitTime::unit)
                .containsExactly(1L);
        assertThat(view("№ 3", 5, 0).times(RUSSIAN).rows())
                .extracting(TravelFigures.UnitTime::unit)
                .containsExactly(3L);
    }

    @Test
    void findsFlowsByEitherEnd() {
        TravelView view = view("склад", 0, 0);
        assertThat(view.flows(RUSSIAN).rows())
                .extracting(TravelFigures.Flow::handovers)
                .containsExactly(7L, 6L);
    }

    @Test
    void dividesTheBarByWhoseTimeItWas() {
        List<TravelView.Part> parts = view("", 1, 0).ledger();
        assertThat(parts).extracting(TravelView.Part::key).containsExactly("unit", "closed");
        assertThat(parts.getFirst()).isEqualTo(new TravelView.Part("unit", 0.25, 0, 250));
        assertThat(parts.getLast()).isEqualTo(new TravelView.Part("closed", 0.75, 250, 750));
    }

    @Test
    void drawsTheCurveUpToItsLastTenth() {
        TravelView view =
                withCurve(
                        new double[] {DAY, 0.5},
                        new double[] {4 * DAY, 0.02},
                        new double[] {9 * DAY, 0});
        assertThat(view.curve())
                .isEqualTo("0,0 300.0,0.0 300.0,80.0 600.0,80.0 600.0,156.8 600,156.8");
        assertThat(view.x(Duration.ofDays(1))).isCloseTo(300, within(1e-9));
        assertThat(view.x(Duration.ofDays(30))).isCloseTo(600, within(1e-9));
        assertThat(view.marks())
                .containsExactly(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(3));
    }

    @Test
    void drawsToTheLastStepWhereMuchIsUnsolved() {
        TravelView view = withCurve(new double[] {DAY, 0.9}, new double[] {4 * DAY, 0.03});
        assertThat(view.x(Duration.ofDays(4))).isCloseTo(600, within(1e-9));
        assertThat(withCurve().curve()).isEmpty();
    }

    @Test
    void marksNothingCloseToTheBeginning() {
        assertThat(withCurve(new double[] {400 * DAY, 0}).marks())
                .containsExactly(
                        Duration.ofDays(3),
                        Duration.ofDays(7),
                        Duration.ofDays(14),
                        Duration.ofDays(30),
                        Duration.ofDays(90),
                        Duration.ofDays(180),
                        Duration.ofDays(365));
    }

    @Test
    void measuresBarsBesideTheLongest() {
        assertThat(TravelView.width(5, LongStream.of(5, 20, 10))).isEqualTo(25);
        assertThat(TravelView.width(0, LongStream.of(0))).isZero();
        assertThat(TravelView.width(0, LongStream.empty())).isZero();
    }

    @Test
    void saysThatItCountsFromHundredRequestsOn() {
        assertThat(view("", 0, 0, 99).stillCounting()).isFalse();
        assertThat(view("", 0, 0, 100).stillCounting()).isTrue();
    }

    @Test
    void tellsSharesOfAll() {
        TravelView view = view("", 0, 0);
        TravelView.Percentage share = view.of(25);
        assertThat(share.value()).isEqualTo(25);
        assertThat(share.low()).isBetween(15.0, 20.0);
        assertThat(share.high()).isBetween(32.0, 38.0);
        assertThat(share.told()).isEqualTo(Told.EXACTLY);
        assertThat(view.handoversPerRequest()).isEqualTo(1.5);
        assertThat(view.empty()).isFalse();
    }

    @Test
    void saysThatPartOfTheTimeWasChosenOnlyIfItIsShown() {
        assertThat(chosen("", "", null).chosen()).isFalse();
        assertThat(chosen("2026-01", "", null).chosen()).isTrue();
        assertThat(chosen("", "2026-01", null).chosen()).isTrue();
        assertThat(chosen("2026-02", "2026-01", "travel.problem.order").chosen()).isFalse();
    }

    private static TravelView view(String find, int times, int withheld) {
        return view(find, times, withheld, 0);
    }

    private static TravelView view(String find, int times, int withheld, long uncounted) {
        return view(
                "",
                "",
                find,
                null,
                times,
                withheld,
                uncounted,
                TravelFigures.TimeToSolve.unknown("none"));
    }

    private static TravelView chosen(
            String from, String to, @org.jspecify.annotations.Nullable String problem) {
        return view(from, to, "", problem, 0, 0, 0, TravelFigures.TimeToSolve.unknown("none"));
    }

    private static TravelView withCurve(double[]... steps) {
        return view(
                "",
                "",
                "",
                null,
                0,
                0,
                0,
                new TravelFigures.TimeToSolve(
                        100,
                        0,
                        0,
                        false,
                        Outcome.notEnoughData("none"),
                        null,
                        Outcome.notEnoughData("none"),
                        List.of(steps)));
    }

    private static TravelView view(
            String from,
            String to,
            String find,
            @org.jspecify.annotations.Nullable String problem,
            int times,
            int withheld,
            long uncounted,
            TravelFigures.TimeToSolve timeToSolve) {
        TravelFigures figures =
                new TravelFigures(
                        new TravelFigures.Totals(
                                100,
                                150,
                                3,
                                4,
                                5,
                                new Usual(60, Usual.Precision.EXACT),
                                List.of(
                                        new TravelFigures.Share("unit", 100),
                                        new TravelFigures.Share("client", 0),
                                        new TravelFigures.Share("closed", 300))),
                        new TravelFigures.Ranked<>(
                                List.of(
                                        new TravelFigures.Flow(1, 2, 7, 30, 0),
                                        new TravelFigures.Flow(3, 1, 6, 30, 0),
                                        new TravelFigures.Flow(2, 3, 5, 30, 0)),
                                0),
                        new TravelFigures.Ranked<>(
                                IntStream.rangeClosed(1, times)
                                        .mapToObj(i -> new TravelFigures.UnitTime(i, 9, 1, 1))
                                        .toList(),
                                withheld),
                        new TravelFigures.Ranked<>(List.of(), 0),
                        new TravelFigures.Ranked<>(List.of(), 0),
                        timeToSolve,
                        false,
                        uncounted);
        return new TravelView(
                from,
                to,
                find,
                TravelQuestion.Level.UNITS,
                figures,
                Map.of(
                        new UnitId(1),
                        new Unit(new UnitId(1), "stores", new Name("Склад", "Stores"), null)),
                "",
                problem);
    }
}
