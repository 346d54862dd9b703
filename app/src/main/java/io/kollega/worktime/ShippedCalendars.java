package io.kollega.worktime;

import io.kollega.organization.Name;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kollega.measurement.worktime.DayKind;
import kollega.measurement.worktime.LocalInterval;
import kollega.measurement.worktime.ProductionCalendar;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Puts in what a new company finds, and the years that a new release knows. */
@Component
class ShippedCalendars implements SmartInitializingSingleton {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final long SYSTEM = 0;

    private final CalendarTables tables;
    private final TransactionOperations transactions;

    ShippedCalendars(CalendarTables tables, TransactionOperations transactions) {
        this.tables = tables;
        this.transactions = transactions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transactions.executeWithoutResult(_ -> {
            tables.lock();
            putHolidays();
            if (tables.current("ru").isEmpty()) {
                tables.add("ru", true, new Name("Россия", "Russia"), office(), SYSTEM);
            }
            if (tables.current("always").isEmpty()) {
                tables.add(
                        "always",
                        false,
                        new Name("Круглосуточно", "Around the clock"),
                        roundTheClock(),
                        SYSTEM);
            }
        });
    }

    /** Adds the years that the list in use does not know; what an administrator wrote stays. */
    private void putHolidays() {
        ProductionCalendar shipped = ProductionCalendar.russian();
        HolidayList known =
                tables.holidays(HolidayList.RUSSIAN)
                        .orElse(new HolidayList(new TreeMap<>(), shipped.statutory()));
        SortedMap<LocalDate, DayKind> all = new TreeMap<>(shipped.days());
        all.keySet().removeIf(date -> known.years().contains(date.getYear()));
        if (!all.isEmpty()) {
            all.putAll(known.days());
            tables.putHolidays(
                    HolidayList.RUSSIAN, new HolidayList(all, shipped.statutory()), SYSTEM);
        }
    }

    private static CalendarRules office() {
        Map<DayOfWeek, List<LocalInterval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.compareTo(DayOfWeek.FRIDAY) <= 0) {
                week.put(day, ProductionCalendar.FULL_DAY);
            }
        }
        return new CalendarRules(MOSCOW, week, HolidayList.RUSSIAN, new TreeMap<>());
    }

    private static CalendarRules roundTheClock() {
        Map<DayOfWeek, List<LocalInterval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(LocalInterval.WHOLE_DAY));
        }
        return new CalendarRules(MOSCOW, week, null, new TreeMap<>());
    }
}
