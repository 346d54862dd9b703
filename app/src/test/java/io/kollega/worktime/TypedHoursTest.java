package io.kollega.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kollega.measurement.worktime.LocalInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedHoursTest {
    @Test
    void readsHoursAsPeopleTypeThem() {
        assertThat(TypedHours.parse(" 9:00-13:00, 14–18 "))
                .contains(
                        List.of(
                                LocalInterval.of("09:00", "13:00"),
                                LocalInterval.of("14:00", "18:00")));
        assertThat(TypedHours.parse("0-24")).contains(List.of(LocalInterval.WHOLE_DAY));
        assertThat(TypedHours.parse("")).contains(List.of());
        assertThat(TypedHours.typed(List.of(LocalInterval.WHOLE_DAY))).isEqualTo("00:00-24:00");
        assertThat(TypedHours.parse("00:00-24:00")).contains(List.of(LocalInterval.WHOLE_DAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"18-9", "9-13, 12-18", "9-13, 13-18", "9:60-10", "9-25", "с утра", "9", "-"})
    void refusesWhatIsNoHours(String typed) {
        assertThat(TypedHours.parse(typed)).isEmpty();
    }

    @Test
    void letsLastHourFallAwayBeforeHolidays() {
        assertThat(
                        CalendarRules.shortened(
                                List.of(
                                        LocalInterval.of("09:00", "13:00"),
                                        LocalInterval.of("14:00", "18:00"))))
                .containsExactly(
                        LocalInterval.of("09:00", "13:00"), LocalInterval.of("14:00", "17:00"));
        assertThat(
                        CalendarRules.shortened(
                                List.of(
                                        LocalInterval.of("09:00", "13:00"),
                                        LocalInterval.of("14:00", "14:30"))))
                .containsExactly(LocalInterval.of("09:00", "12:30"));
        assertThat(CalendarRules.shortened(List.of(LocalInterval.WHOLE_DAY)))
                .containsExactly(LocalInterval.of("00:00", "23:00"));
    }
}
