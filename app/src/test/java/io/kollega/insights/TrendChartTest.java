package io.kollega.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TrendChartTest {
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    @Test
    void drawsOneLineThroughMonthsInTheirPlaces() {
        TrendChart chart = chart(0.0, shown(0, -20, -40, 0), shown(1, 0, -20, 20), shown(4, 60));
        assertThat(chart.dots()).extracting(TrendChart.Dot::x).containsExactly(10, 95, 350);
        assertThat(chart.lines()).hasSize(1);
        assertThat(chart.lines().getFirst()).startsWith("M10 ").contains("L95 ", "L350 ");
        assertThat(chart.worthDrawing()).isTrue();
    }

    @Test
    void drawsHigherValuesHigher() {
        TrendChart chart = chart(0.0, shown(0, -50), shown(1, 50));
        assertThat(chart.dots())
                .extracting(TrendChart.Dot::y)
                .containsExactly(TrendChart.HEIGHT - TrendChart.MARGIN, TrendChart.MARGIN);
        assertThat(chart.lowest()).isEqualTo(-50);
        assertThat(chart.highest()).isEqualTo(50);
        assertThat(chart.company()).isEqualTo(60);
    }

    @Test
    void leavesGapWhereMonthIsWithheld() {
        TrendChart chart =
                chart(0.0, shown(0, 10), shown(1, 20), hidden(2), shown(3, 10), shown(4, 10));
        assertThat(chart.lines()).hasSize(2).allMatch(line -> line.indexOf('M', 1) < 0);
        assertThat(chart.bands()).hasSize(2).allMatch(band -> band.endsWith("Z"));
        assertThat(chart.dots()).hasSize(4);
    }

    @Test
    void drawsTheBandFromUpperEndsBackAlongLowerEnds() {
        TrendChart chart = chart(null, shown(0, 0, -50, 50), shown(1, 0, -50, 50));
        assertThat(chart.bands()).containsExactly("M10 10L350 10L350 110L10 110Z");
        assertThat(chart.company()).isNull();
    }

    @Test
    void showsFlatCourseOnScaleThatIsNotTooFine() {
        TrendChart chart = chart(10.0, shown(0, 10), shown(1, 10));
        assertThat(chart.lowest()).isEqualTo(-10);
        assertThat(chart.highest()).isEqualTo(30);
        TrendChart atTheEnd = chart(100.0, shown(0, 100), shown(1, 100));
        assertThat(atTheEnd.highest()).isEqualTo(100);
        assertThat(atTheEnd.lowest()).isEqualTo(80);
        TrendChart atTheOther = chart(-100.0, shown(0, -100), shown(1, -100));
        assertThat(atTheOther.lowest()).isEqualTo(-100);
        assertThat(atTheOther.highest()).isEqualTo(-80);
    }

    @Test
    void drawsNothingOfSingleMonth() {
        assertThat(chart(0.0, shown(0, 10)).worthDrawing()).isFalse();
        assertThat(chart(0.0, shown(0, 10), hidden(1)).worthDrawing()).isFalse();
        assertThat(chart(0.0).worthDrawing()).isFalse();
        assertThat(chart(0.0, shown(0, 10)).dots().getFirst().x()).isEqualTo(10);
    }

    @Test
    void namesMonths() {
        assertThat(TrendChart.month(JANUARY, Locale.of("ru"))).isEqualTo("янв. 2026");
        assertThat(TrendChart.month(JANUARY, Locale.ENGLISH)).isEqualTo("Jan 2026");
    }

    private static TrendChart chart(
            @org.jspecify.annotations.Nullable Double company, Publications.Point... points) {
        return TrendChart.of(Measure.NPS, List.of(points), company);
    }

    private static Publications.Point shown(int month, double value) {
        return shown(month, value, value, value);
    }

    private static Publications.Point shown(int month, double value, double low, double high) {
        return new Publications.Point(
                JANUARY.plusMonths(month),
                new Figure.Published(
                        value, low, high, Figure.Precision.USUAL, 30, 20, 10, Instant.EPOCH, null));
    }

    private static Publications.Point hidden(int month) {
        return new Publications.Point(
                JANUARY.plusMonths(month), new Figure.Withheld(Publications.fewPeople()));
    }
}
