package io.kollega.worktime;

import io.kollega.organization.UnitId;
import java.time.Instant;
import java.util.List;

/**
 * A calendar as an administrator sees it in the list.
 *
 * @param company whether it is the calendar of all units that have no other
 * @param units those that have it for their own
 */
record CalendarLine(
        WorkCalendar calendar, int version, Instant since, boolean company, List<UnitId> units) {}
