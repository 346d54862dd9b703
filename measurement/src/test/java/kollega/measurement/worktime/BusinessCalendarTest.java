package kollega.measurement.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void countsTheWholeNightOfTheLongDay() {
        assertThat(elapsedOn("2026-10-25", "00:00", "06:00")).isEqualTo(7 * 3600);
    }

    @Test
    void losesTheHourOfTheShortDay() {
        assertThat(elapsedOn("2026-03-29", "00:00", "06:00")).isEqualTo(5 * 3600);
    }

    @Test
    void movesATimeThatTheClockSkipsToTheEndOfTheGap() {
        assertThat(elapsedOn("2026-03-29", "02:30", "04:00")).isEqualTo(3600);
        assertThat(elapsedOn("2026-03-29", "01:00", "02:30")).isEqualTo(3600);
        assertThat(elapsedOn("2026-03-29", "02:10", "02:50")).isZero();
    }

    @Test
    void takesTheEarlierStartAndTheLaterEndOfATimeThatComesTwice() {
        assertThat(elapsedOn("2026-10-25", "02:30", "04:00")).isEqualTo(9000);
        assertThat(elapsedOn("2026-10-25", "01:00", "02:30")).isEqualTo(9000);
    }

    @Test
    void countsTimeOnceWhereIntervalsMeetInTheHourThatComesTwice() {
        BusinessCalendar night =
                weekly(LocalInterval.of("00:00", "02:30"), LocalInterval.of("02:40", "04:00"));

        assertThat(elapsed(night, "2026-10-25")).isEqualTo(5 * 3600);
    }

    @Test
    void holdsNoWorkOnADateThatTheZoneSkipped() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        BusinessCalendar fridays =
                BusinessCalendar.of(
                        apia,
                        Map.of(DayOfWeek.FRIDAY, List.of(LocalInterval.of("09:00", "17:00"))),
                        Map.of());

        assertThat(
                        fridays.elapsedSeconds(
                                ZonedDateTime.of(2011, 12, 24, 0, 0, 0, 0, apia).toInstant(),
                                ZonedDateTime.of(2012, 1, 5, 0, 0, 0, 0, apia).toInstant()))
                .isZero();
    }

    @Test
    void countsEverySecondOfAlways() {
        Instant a = Instant.parse("2016-02-28T23:59:59Z");
        Instant b = Instant.parse("2026-03-01T00:00:01Z");

        assertThat(BusinessCalendar.always().elapsedSeconds(a, b))
                .isEqualTo(b.getEpochSecond() - a.getEpochSecond());
        assertThat(BusinessCalendar.always().due(a, 12, List.of())).isEqualTo(a.plusSeconds(12));
        assertThat(BusinessCalendar.always().workingSpans(a, b)).containsExactly(new Span(a, b));
    }

    @Test
    void isDueAtOnceWhenNothingIsAskedFor() {
        Instant start = Instant.parse("2026-01-03T12:34:56.789Z");

        assertThat(weekly().due(start, 0, List.of())).isEqualTo(start);
    }

    @Test
    void agreesWhateverWasAskedBefore() {
        BusinessCalendar asked = ProductionCalendar.russian().calendar(BERLIN);
        Instant a = Instant.parse("2026-06-01T00:00:00Z");
        asked.elapsedSeconds(a, a.plusSeconds(9));
        asked.elapsedSeconds(Instant.parse("1900-01-01T00:00:00Z"), a);
        asked.due(a, 40L * 1900 * 3600, List.of());

        assertThat(asked.elapsedSeconds(a, a.plusSeconds(9_999_999)))
                .isEqualTo(
                        ProductionCalendar.russian()
                                .calendar(BERLIN)
                                .elapsedSeconds(a, a.plusSeconds(9_999_999)));
    }

    @Test
    void refusesWorkThatNeverComes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        BusinessCalendar.of(BERLIN, Map.of(), Map.of())
                                .due(Instant.parse("2026-01-01T00:00:00Z"), 1, List.of()))
                .withMessageContaining("give the calendar working hours");
    }

    @Test
    void refusesMoreThanFitsIntoTheSupportedYears() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        BusinessCalendar.always()
                                .due(
                                        Instant.parse("2026-01-01T00:00:00Z"),
                                        Long.MAX_VALUE,
                                        List.of()))
                .withMessageContaining("businessSeconds");
    }

    @Test
    void refusesTimesInTheWrongOrder() {
        Instant a = Instant.parse("2026-01-02T00:00:00Z");
        Instant b = Instant.parse("2026-01-01T00:00:00Z");

        assertThatIllegalArgumentException().isThrownBy(() -> weekly().elapsedSeconds(a, b));
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(a, b));
        assertThatIllegalArgumentException().isThrownBy(() -> weekly().due(a, -1, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weekly().elapsedSeconds(Instant.MIN, a))
                .withMessageContaining("1900");
    }

    @Test
    void refusesIntervalsThatOverlap() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        weekly(
                                LocalInterval.of("09:00", "13:00"),
                                LocalInterval.of("12:00", "18:00")))
                .withMessageContaining("MONDAY");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> weekly(LocalInterval.WHOLE_DAY, LocalInterval.of("09:00", "18:00")));
        assertThatIllegalArgumentException().isThrownBy(() -> LocalInterval.of("18:00", "09:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> LocalInterval.of("09:00", "09:00"));
    }

    private static long elapsedOn(String date, String from, String to) {
        return elapsed(weekly(LocalInterval.of(from, to)), date);
    }

    private static long elapsed(BusinessCalendar calendar, String date) {
        LocalDate day = LocalDate.parse(date);
        return calendar.elapsedSeconds(
                day.atStartOfDay(BERLIN).toInstant(),
                day.plusDays(1).atStartOfDay(BERLIN).toInstant());
    }

    private static BusinessCalendar weekly(LocalInterval... intervals) {
        List<LocalInterval> day = List.of(intervals);
        return BusinessCalendar.of(
                BERLIN, Map.of(DayOfWeek.MONDAY, day, DayOfWeek.SUNDAY, day), Map.of());
    }
}
