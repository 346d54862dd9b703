package io.kollega.worktime;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import kollega.measurement.worktime.DayKind;
import kollega.measurement.worktime.ProductionCalendar;

/** A production calendar as it is kept: whole, so that a later release can't change the past. */
record HolidayList(SortedMap<LocalDate, DayKind> days, Set<MonthDay> statutory) {
    static final String RUSSIAN = "ru";

    Set<Integer> years() {
        return days.keySet().stream().map(LocalDate::getYear).collect(Collectors.toSet());
    }

    ProductionCalendar calendar() {
        return ProductionCalendar.of(days, statutory);
    }
}
