package io.kollega.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kollega.measurement.worktime.BusinessCalendar;
import kollega.measurement.worktime.LocalInterval;

/** The days on which things happened, all counted from today, so that the demo never grows old. */
record Timetable(LocalDate today, BusinessCalendar hours) {
    static final LocalDate FOUNDED = LocalDate.of(2012, 3, 1);

    private static final int MONTHS = 18;
    private static final int WORKING_DAYS_TO_OBJECT = 5;

    /** The first day of the history. */
    LocalDate start() {
        return today.minusMonths(MONTHS);
    }

    /** A unit was split, another merged, a third moved. */
    LocalDate reorganized() {
        return today.minusMonths(9).withDayOfMonth(1);
    }

    /** The action that worked began. */
    LocalDate worked() {
        return today.minusMonths(7).withDayOfMonth(1);
    }

    /** The action that changed nothing began. */
    LocalDate failed() {
        return today.minusMonths(6).withDayOfMonth(1);
    }

    /** Nothing is told from here on: the midnight before today. */
    Instant end() {
        return today.atStartOfDay(hours.zone()).toInstant();
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, hours.zone());
    }

    boolean working(LocalDate day) {
        return !hours.intervals(day).isEmpty();
    }

    /** The last so many working days before today, the latest first. */
    List<LocalDate> lastWorkingDays(int count) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = today.minusDays(1); days.size() < count; day = day.minusDays(1)) {
            if (working(day)) {
                days.add(day);
            }
        }
        return days;
    }

    /** When a solved request closes, and its ratings open, if nobody does anything. */
    Instant closes(Instant solved) {
        LocalDate day = day(solved);
        for (int left = WORKING_DAYS_TO_OBJECT; left > 0; ) {
            day = day.plusDays(1);
            if (working(day)) {
                left--;
            }
        }
        LocalInterval last = hours.intervals(day).getLast();
        return day.atTime(last.to()).atZone(hours.zone()).toInstant();
    }
}
