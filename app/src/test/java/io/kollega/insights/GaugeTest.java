package io.kollega.insights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaugeTest {
    /** A net score 60 points from the company's has the strongest colour there is. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, m",
        "5, 0, m",
        "-5, 0, m",
        "6, 0, u1",
        "-6, 0, l1",
        "24, 0, u2",
        "-24, 0, l2",
        "60, 0, u5",
        "-60, 0, l5",
        "100, 0, u5",
        "-100, 0, l5",
        "70, 10, u5",
        "-20, 40, l5"
    })
    void coloursAboveAndBelowTheCompanyApart(double value, double company, String tone) {
        assertThat(Gauge.of(Measure.NPS).tone(value, company)).isEqualTo(tone);
    }

    @Test
    void coloursOnTheScaleOfTheMeasure() {
        assertThat(Gauge.of(Measure.EASE).tone(0.8, 0.5)).isEqualTo("u5");
        assertThat(Gauge.of(Measure.EASE).tone(0.44, 0.5)).isEqualTo("l1");
        assertThat(Gauge.of(Measure.SPEED).tone(3.8, 5)).isEqualTo("l5");
    }

    @ParameterizedTest
    @CsvSource({"-100, 0", "0, 19", "50, 29", "100, 38", "-130, 0", "130, 38"})
    void placesValuesBetweenTheEnds(double value, int place) {
        assertThat(Gauge.of(Measure.NPS).place(value, 38)).isEqualTo(place);
    }

    @Test
    void beginsWhereTheMeasureBegins() {
        assertThat(Gauge.of(Measure.SPEED)).isEqualTo(new Gauge(1, 5));
        assertThat(Gauge.of(Measure.SPEED).place(1, 40)).isZero();
        assertThat(Gauge.of(Measure.ON_TIME)).isEqualTo(new Gauge(0, 1));
    }
}
