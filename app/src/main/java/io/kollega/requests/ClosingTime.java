package io.kollega.requests;

import io.kollega.organization.UnitId;
import io.kollega.worktime.WorkCalendars;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kollega.measurement.worktime.BusinessCalendar;
import kollega.measurement.worktime.Span;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How long a client has to object to a solution before the request closes by itself. */
@Component
final class ClosingTime {
    private static final int FARTHEST_DAYS = 366;

    private final WorkCalendars calendars;
    private final int days;

    ClosingTime(
            WorkCalendars calendars,
            @Value("${kollega.requests.close-after-business-days:5}") int days) {
        this.calendars = calendars;
        this.days = days;
    }

    /** The end of the working day by which the client, in the client's calendar, has had them. */
    Instant after(Instant solved, UnitId client) {
        return after(solved, calendars.of(client).hours(), days);
    }

    /** The end of the given working day, counted from 1 on the day after; a year on at most. */
    static Instant after(Instant solved, BusinessCalendar hours, int days) {
        LocalDate first = solved.atZone(hours.zone()).toLocalDate();
        int left = days;
        for (LocalDate date = first.plusDays(1); ; date = date.plusDays(1)) {
            Instant end = date.plusDays(1).atStartOfDay(hours.zone()).toInstant();
            List<Span> open = hours.workingSpans(date.atStartOfDay(hours.zone()).toInstant(), end);
            if (!open.isEmpty()) {
                left--;
            }
            if (left <= 0 || date.isAfter(first.plusDays(FARTHEST_DAYS))) {
                return open.isEmpty() ? end : open.getLast().to();
            }
        }
    }
}
