package io.kollega.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import kollega.measurement.worktime.LocalInterval;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@KollegaTest
@Transactional
class WorkCalendarsTest {
    @Autowired WorkCalendars calendars;
    @Autowired CalendarTables tables;
    @Autowired ShippedCalendars shipped;
    @Autowired Cast cast;

    @Test
    void worksByCompanyCalendarWithRussianHolidays() {
        WorkCalendar it = calendars.of(cast.unit("it"));
        assertThat(it.code()).isEqualTo("ru");
        assertThat(it.hours().intervals(LocalDate.of(2026, 3, 9))).isEmpty();
        assertThat(it.hours().intervals(LocalDate.of(2026, 3, 10)))
                .containsExactly(
                        LocalInterval.of("09:00", "13:00"), LocalInterval.of("14:00", "18:00"));
        assertThat(it.hours().intervals(LocalDate.of(2024, 4, 27))).hasSize(2);
        assertThat(it.hours().intervals(LocalDate.of(2024, 11, 2)))
                .containsExactly(
                        LocalInterval.of("09:00", "13:00"), LocalInterval.of("14:00", "17:00"));
        assertThat(it.hours().intervals(LocalDate.of(2024, 2, 22)))
                .containsExactly(
                        LocalInterval.of("09:00", "13:00"), LocalInterval.of("14:00", "17:00"));
    }

    @Test
    void countsAsManyHoursAsTheStatePublishes() {
        WorkCalendar ru = calendars.named("ru").orElseThrow();
        // Hours a year at 40 hours a week, as issued with the production calendars.
        Map.of(2022, 1973, 2023, 1973, 2024, 1979, 2025, 1972, 2026, 1972)
                .forEach((year, hours) ->
                        assertThat(
                                        ru.hours()
                                                .elapsedSeconds(
                                                        Instant.parse(year + "-01-01T00:00:00Z"),
                                                        Instant.parse(
                                                                year + 1 + "-01-01T00:00:00Z")))
                                .isEqualTo(hours * 3_600L));
    }

    @Test
    void countsEverySecondAroundTheClock() {
        assertThat(
                        calendars
                                .named("always")
                                .orElseThrow()
                                .hours()
                                .elapsedSeconds(
                                        Instant.parse("2010-03-28T00:00:00Z"),
                                        Instant.parse("2010-03-29T00:00:00Z")))
                .isEqualTo(86_400);
    }

    @Test
    void keepsStatutoryHolidaysInYearNobodyKnows() {
        WorkCalendar ru = calendars.named("ru").orElseThrow();
        assertThat(ru.hours().intervals(LocalDate.of(2031, 6, 12))).isEmpty();
        assertThat(ru.hours().intervals(LocalDate.of(2031, 6, 11))).hasSize(2);
    }

    @Test
    void addsNothingWhenStartedAgain() {
        CalendarId before = tables.current("ru").orElseThrow();
        shipped.afterSingletonsInstantiated();
        assertThat(tables.current("ru")).contains(before);
    }

    @Test
    void keepsVersionThatWasCountedBy() {
        WorkCalendar before = calendars.named("ru").orElseThrow();
        CalendarRules rules = tables.rules(before.id());
        rules.exceptions().put(LocalDate.of(2026, 3, 10), java.util.List.of());
        CalendarId revised = tables.revise("ru", before.name(), rules, 1);
        assertThat(calendars.of(cast.unit("it")).id()).isEqualTo(revised);
        assertThat(calendars.of(cast.unit("it")).hours().intervals(LocalDate.of(2026, 3, 10)))
                .isEmpty();
        assertThat(calendars.version(before.id()).hours().intervals(LocalDate.of(2026, 3, 10)))
                .hasSize(2);
    }
}
