package kollega.measurement.worktime;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The list a state issues for every year: holidays, shortened days, working weekends. Monday to
 * Friday are working days where the list is silent.
 *
 * <p>A year without a single entry is not known yet: then only the statutory holidays are off, none
 * is moved and no day is shortened. Whoever shows a deadline in such a year should say so; see
 * {@link #knows}.
 */
public final class ProductionCalendar {

    /** 09:00-13:00 and 14:00-18:00: eight hours with an hour's break. */
    public static final List<LocalInterval> FULL_DAY =
            List.of(LocalInterval.of("09:00", "13:00"), LocalInterval.of("14:00", "18:00"));

    /** The same, ending at 17:00: the last hour is the one that falls away. */
    public static final List<LocalInterval> SHORTENED_DAY =
            List.of(LocalInterval.of("09:00", "13:00"), LocalInterval.of("14:00", "17:00"));

    private final Map<LocalDate, DayKind> days;
    private final Set<MonthDay> statutory;
    private final Set<Year> years;

    private ProductionCalendar(Map<LocalDate, DayKind> days, Set<MonthDay> statutory) {
        this.days = Map.copyOf(days);
        this.statutory = Set.copyOf(statutory);
        this.years =
                days.keySet().stream()
                        .map(date -> Year.of(date.getYear()))
                        .collect(toUnmodifiableSet());
    }

    /**
     * A production calendar of single dates.
     *
     * @param days what is known of dates
     * @param statutory the holidays that hold in every year of which nothing is known
     */
    public static ProductionCalendar of(Map<LocalDate, DayKind> days, Set<MonthDay> statutory) {
        return new ProductionCalendar(days, statutory);
    }

    /**
     * The Russian production calendar of the years 2013 to 2026, as issued by the yearly decrees on
     * moving days off; in other years the 14 holidays of article 112 of the Labour Code. It comes
     * with the library: nothing is read but a resource of its own class path.
     */
    public static ProductionCalendar russian() {
        return RussianProductionCalendar.INSTANCE;
    }

    /** This calendar with one more date, or a date changed: an edit by an administrator. */
    public ProductionCalendar with(LocalDate date, DayKind kind) {
        Map<LocalDate, DayKind> edited = new HashMap<>(days);
        edited.put(date, kind);
        return new ProductionCalendar(edited, statutory);
    }

    /** Whether anything is known of this year, so that moved days and shortened days are right. */
    public boolean knows(Year year) {
        return years.contains(year);
    }

    /** The years of which something is known. */
    public Set<Year> years() {
        return years;
    }

    /** What the list says of single dates. */
    public Map<LocalDate, DayKind> days() {
        return days;
    }

    /** The holidays that hold in every year of which nothing is known. */
    public Set<MonthDay> statutory() {
        return statutory;
    }

    /** The business calendar of an office in {@code zone} that works the usual hours. */
    public BusinessCalendar calendar(ZoneId zone) {
        return calendar(zone, FULL_DAY, SHORTENED_DAY);
    }

    /**
     * The business calendar of an office in {@code zone}.
     *
     * @param fullDay the intervals of a working day
     * @param shortenedDay the intervals of a shortened day
     * @throws IllegalArgumentException if intervals overlap or are out of order
     */
    public BusinessCalendar calendar(
            ZoneId zone, List<LocalInterval> fullDay, List<LocalInterval> shortenedDay) {
        Map<DayOfWeek, List<LocalInterval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, day.compareTo(DayOfWeek.FRIDAY) <= 0 ? fullDay : List.of());
        }
        Map<LocalDate, List<LocalInterval>> exceptions = new HashMap<>();
        for (int year = BusinessCalendar.FIRST_YEAR; year <= BusinessCalendar.LAST_YEAR; year++) {
            if (!knows(Year.of(year))) {
                for (MonthDay holiday : statutory) {
                    exceptions.put(holiday.atYear(year), List.of());
                }
            }
        }
        days.forEach((date, kind) ->
                exceptions.put(
                        date,
                        switch (kind) {
                            case OFF -> List.of();
                            case SHORTENED -> shortenedDay;
                            case WORKING -> fullDay;
                        }));
        return BusinessCalendar.of(zone, week, exceptions);
    }
}
