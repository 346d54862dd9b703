package io.kollega.ratings;

import io.kollega.organization.UnitId;
import io.kollega.worktime.WorkCalendars;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import kollega.measurement.worktime.BusinessCalendar;
import kollega.measurement.worktime.LocalInterval;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How long both sides have time to rate: so many working days of the provider's unit. */
@Component
final class RatingWindow {
    private static final int MOST_DAYS = 60;

    private final WorkCalendars calendars;
    private final int workingDays;

    RatingWindow(WorkCalendars calendars, @Value("${kollega.ratings.window:5}") int workingDays) {
        this.calendars = calendars;
        this.workingDays = workingDays;
    }

    Instant closesAt(UnitId provider, Instant solvedAt) {
        return closesAt(calendars.of(provider).hours(), solvedAt, workingDays);
    }

    /** The end of the last of so many working days after the day of the solution. */
    static Instant closesAt(BusinessCalendar hours, Instant solvedAt, int workingDays) {
        ZonedDateTime solved = solvedAt.atZone(hours.zone());
        LocalDate day = solved.toLocalDate();
        LocalTime end = LocalTime.MIDNIGHT;
        int left = workingDays;
        // A calendar without work must not hold ratings sealed for ever.
        for (int i = 0; i < MOST_DAYS && left > 0; i++) {
            day = day.plusDays(1);
            List<LocalInterval> intervals = hours.intervals(day);
            if (!intervals.isEmpty()) {
                left--;
                end = intervals.getLast().to();
            }
        }
        LocalDate last = end.equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
        return last.atTime(end).atZone(hours.zone()).toInstant();
    }
}
