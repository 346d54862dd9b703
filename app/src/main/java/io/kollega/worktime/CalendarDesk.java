package io.kollega.worktime;

import io.kollega.audit.Audit;
import io.kollega.organization.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import kollega.measurement.worktime.DayKind;
import kollega.measurement.worktime.LocalInterval;
import kollega.measurement.worktime.ProductionCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What an administrator does to calendars. Each change makes a new version. */
@Component
class CalendarDesk {
    private final CalendarTables tables;
    private final TransactionOperations transactions;
    private final Audit audit;

    CalendarDesk(CalendarTables tables, TransactionOperations transactions, Audit audit) {
        this.tables = tables;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Adds a calendar; false if the code is taken. */
    boolean add(CalendarForm form, long actor) {
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    tables.lock();
                    if (tables.current(form.code()).isPresent()) {
                        return false;
                    }
                    tables.add(
                            form.code(),
                            false,
                            form.fullName(),
                            form.rules(new TreeMap<>()),
                            actor);
                    record(actor, "calendar.added", form.code(), Map.of());
                    return true;
                }));
    }

    void revise(WorkCalendar calendar, CalendarForm form, long actor) {
        transactions.executeWithoutResult(_ -> {
            tables.lock();
            CalendarRules rules = tables.rules(newest(calendar));
            tables.revise(calendar.code(), form.fullName(), form.rules(rules.exceptions()), actor);
            record(actor, "calendar.revised", calendar.code(), Map.of());
        });
    }

    /** Gives a date hours of its own; no hours are a day off. */
    void except(WorkCalendar calendar, LocalDate date, List<LocalInterval> hours, long actor) {
        change(
                calendar,
                exceptions -> {
                    exceptions.put(date, hours);
                    return exceptions;
                },
                date,
                actor);
    }

    void dropException(WorkCalendar calendar, LocalDate date, long actor) {
        change(
                calendar,
                exceptions -> {
                    exceptions.remove(date);
                    return exceptions;
                },
                date,
                actor);
    }

    private void change(
            WorkCalendar calendar,
            UnaryOperator<TreeMap<LocalDate, List<LocalInterval>>> verb,
            LocalDate date,
            long actor) {
        transactions.executeWithoutResult(_ -> {
            tables.lock();
            CalendarId newest = newest(calendar);
            CalendarRules rules = tables.rules(newest);
            tables.revise(
                    calendar.code(),
                    tables.read(newest).name(),
                    new CalendarRules(
                            rules.zone(),
                            rules.week(),
                            rules.holidays(),
                            verb.apply(new TreeMap<>(rules.exceptions()))),
                    actor);
            record(actor, "calendar.revised", calendar.code(), Map.of("date", date.toString()));
        });
    }

    /** All units without a calendar of their own or above them work by it from now on. */
    void makeCompanys(WorkCalendar calendar, long actor) {
        transactions.executeWithoutResult(_ -> {
            tables.lock();
            tables.setCompany(calendar.code());
            record(actor, "calendar.made-companys", calendar.code(), Map.of());
        });
    }

    void assign(WorkCalendar calendar, UnitId unit, long actor) {
        transactions.executeWithoutResult(_ -> {
            tables.assign(unit, calendar.code());
            record(actor, "calendar.assigned", calendar.code(), Map.of("unit", unit.value()));
        });
    }

    void unassign(WorkCalendar calendar, UnitId unit, long actor) {
        transactions.executeWithoutResult(_ -> {
            tables.unassign(unit, calendar.code());
            record(actor, "calendar.unassigned", calendar.code(), Map.of("unit", unit.value()));
        });
    }

    /** Replaces what the list says of a year, and revises every calendar that follows it. */
    void putYear(int year, Map<LocalDate, DayKind> days, long actor) {
        transactions.executeWithoutResult(_ -> {
            tables.lock();
            TreeMap<LocalDate, DayKind> all =
                    new TreeMap<>(tables.holidays(HolidayList.RUSSIAN).orElseThrow().days());
            all.keySet().removeIf(date -> date.getYear() == year);
            all.putAll(days);
            tables.putHolidays(
                    HolidayList.RUSSIAN,
                    new HolidayList(all, ProductionCalendar.russian().statutory()),
                    actor);
            audit.record(
                    actor, "holidays.put", "holidays:" + HolidayList.RUSSIAN, Map.of("year", year));
        });
    }

    private CalendarId newest(WorkCalendar calendar) {
        return tables.current(calendar.code()).orElseThrow();
    }

    private void record(long actor, String deed, String code, Map<String, ?> details) {
        audit.record(actor, deed, "calendar:" + code, details);
    }
}
