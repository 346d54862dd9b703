package io.kollega.worktime;

import java.util.List;

/**
 * Every calendar.
 *
 * @param unknownYear the coming year if nothing is known of its holidays, else 0
 */
record CalendarsView(List<CalendarLine> calendars, int unknownYear) {}
