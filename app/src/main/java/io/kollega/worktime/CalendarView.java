package io.kollega.worktime;

import io.kollega.organization.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import kollega.measurement.worktime.LocalInterval;
import org.jspecify.annotations.Nullable;

/**
 * A calendar to change, or to add.
 *
 * @param line the calendar, or null for one that is being added
 * @param exceptions the hours of single dates
 * @param problems name of an input to message key
 * @param units those that have it for their own
 * @param others units that have not
 * @param zones every zone there is
 */
record CalendarView(
        @Nullable CalendarLine line,
        CalendarForm form,
        SortedMap<LocalDate, List<LocalInterval>> exceptions,
        Typed typed,
        Map<String, String> problems,
        List<Unit> units,
        List<Unit> others,
        SortedSet<String> zones) {

    /** An exception as it was typed and refused; blank else. */
    record Typed(String date, String hours) {
        static final Typed NOTHING = new Typed("", "");
    }

    String path() {
        return line == null ? "/calendars" : "/calendars/" + line.calendar().code();
    }
}
