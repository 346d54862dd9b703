package kollega.measurement.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductionCalendarTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    /** The totals that the official calendars state for a week of 40 hours. */
    @ParameterizedTest
    @CsvSource({
        "2022,1973,247",
        "2023,1973,247",
        "2024,1979,248",
        "2025,1972,247",
        "2026,1972,247"
    })
    void addsUpToTheOfficialHoursOfAYear(int year, int hours, int workingDays) {
        BusinessCalendar calendar = ProductionCalendar.russian().calendar(MOSCOW);
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate end = LocalDate.of(year + 1, 1, 1);

        assertThat(
                        calendar.elapsedSeconds(
                                first.atStartOfDay(MOSCOW).toInstant(),
                                end.atStartOfDay(MOSCOW).toInstant()))
                .isEqualTo(3600L * hours);
        assertThat(first.datesUntil(end).filter(d -> !calendar.intervals(d).isEmpty()))
                .hasSize(workingDays);
    }

    @Test
    void fallsBackOnStatutoryHolidaysInAYearItDoesNotKnow() {
        ProductionCalendar russian = ProductionCalendar.russian();
        BusinessCalendar calendar = russian.calendar(MOSCOW);

        assertThat(russian.knows(Year.of(2026))).isTrue();
        assertThat(russian.knows(Year.of(2030))).isFalse();
        assertThat(calendar.intervals(LocalDate.of(2030, 1, 8))).isEmpty();
        assertThat(calendar.intervals(LocalDate.of(2030, 1, 9)))
                .isEqualTo(ProductionCalendar.FULL_DAY);
        assertThat(calendar.intervals(LocalDate.of(2030, 1, 12))).isEmpty();
    }

    @Test
    void takesAnEditOfASingleDate() {
        LocalDate date = LocalDate.of(2026, 4, 17);
        ProductionCalendar edited = ProductionCalendar.russian().with(date, DayKind.SHORTENED);

        assertThat(edited.calendar(MOSCOW).intervals(date))
                .isEqualTo(ProductionCalendar.SHORTENED_DAY);
        assertThat(ProductionCalendar.russian().calendar(MOSCOW).intervals(date))
                .isEqualTo(ProductionCalendar.FULL_DAY);
    }

    @Test
    void worksOnAWeekendThatWasExchanged() {
        LocalDate saturday = LocalDate.of(2040, 3, 3);
        BusinessCalendar calendar =
                ProductionCalendar.of(Map.of(saturday, DayKind.WORKING), Set.of()).calendar(MOSCOW);

        assertThat(calendar.intervals(saturday)).isEqualTo(ProductionCalendar.FULL_DAY);
        assertThat(calendar.intervals(saturday.plusWeeks(1))).isEmpty();
    }
}
