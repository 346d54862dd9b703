package kollega.measurement.worktime;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When work is done: a zone, half-open intervals for every day of the week, and other intervals for
 * single dates.
 *
 * <p>With W(t) the working seconds up to t, the working time of {@code [a, b)} is W(b) - W(a), less
 * W(u2) - W(u1) for every stretch [u1, u2) of the union of its pauses, clipped to [a, b). W is kept
 * as running totals over the years asked for so far, so a question costs two binary searches.
 *
 * <p>Local times become instants by the zone's own rules. A time that the clock skips is moved
 * forward to the first instant after the gap; a time that comes twice is the earlier one for a
 * start and the later one for an end. So a date that a zone skipped holds no working time, and time
 * at work while the clock is set back counts.
 *
 * <p>Instants are taken at whole seconds, rounded down; years 1900 to 2199 are supported.
 */
public final class BusinessCalendar {

    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2199;

    private static final int MARGIN_YEARS = 5;
    private static final long FIRST_SECOND = Unrolling.yearStart(FIRST_YEAR);
    private static final long LAST_SECOND = Unrolling.yearStart(LAST_YEAR + 1);
    private static final BusinessCalendar ALWAYS = of(ZoneOffset.UTC, everyDay(), Map.of());

    private final ZoneId zone;
    private final Map<DayOfWeek, List<LocalInterval>> week;
    private final Map<LocalDate, List<LocalInterval>> exceptions;
    private volatile @Nullable Timeline timeline;

    private BusinessCalendar(
            ZoneId zone,
            Map<DayOfWeek, List<LocalInterval>> week,
            Map<LocalDate, List<LocalInterval>> exceptions) {
        this.zone = zone;
        this.week = week;
        this.exceptions = exceptions;
    }

    /**
     * A calendar of a week and its exceptions.
     *
     * @param zone where the clock hangs on the wall
     * @param week the intervals of each day of the week; a day that is missing is free
     * @param exceptions the intervals of single dates, which replace those of their day of the
     *     week; an empty list is a day off
     * @throws IllegalArgumentException if two intervals of a day overlap or are out of order
     */
    public static BusinessCalendar of(
            ZoneId zone,
            Map<DayOfWeek, List<LocalInterval>> week,
            Map<LocalDate, List<LocalInterval>> exceptions) {
        Map<DayOfWeek, List<LocalInterval>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, ordered(day, week.getOrDefault(day, List.of())));
        }
        Map<LocalDate, List<LocalInterval>> dates = HashMap.newHashMap(exceptions.size());
        exceptions.forEach((date, intervals) -> dates.put(date, ordered(date, intervals)));
        return new BusinessCalendar(zone, days, dates);
    }

    /** Work without end: every second counts. */
    public static BusinessCalendar always() {
        return ALWAYS;
    }

    /** The zone whose clock the intervals follow. */
    public ZoneId zone() {
        return zone;
    }

    /** The intervals of a date: those of its exception, or else of its day of the week. */
    public List<LocalInterval> intervals(LocalDate date) {
        List<LocalInterval> exception = exceptions.get(date);
        return exception != null ? exception : week.getOrDefault(date.getDayOfWeek(), List.of());
    }

    /**
     * Working seconds in {@code [a, b)}.
     *
     * @throws IllegalArgumentException if {@code b} lies before {@code a}, or a year outside 1900
     *     to 2199
     */
    public long elapsedSeconds(Instant a, Instant b) {
        long from = second("a", a);
        long to = second("b", b);
        requireOrder(a, b);
        Timeline known = covering(from, to);
        return known.total(to) - known.total(from);
    }

    /**
     * Working seconds in {@code [a, b)} outside the pauses. Pauses may overlap, come in any order
     * and reach beyond {@code [a, b)}; what they share counts once.
     *
     * @throws IllegalArgumentException as {@link #elapsedSeconds(Instant, Instant)} does
     */
    public long elapsedSeconds(Instant a, Instant b, List<Span> pauses) {
        long from = second("a", a);
        long to = second("b", b);
        requireOrder(a, b);
        Timeline known = covering(from, to);
        long net = 0;
        long cursor = from;
        for (Span pause : inOrder(pauses)) {
            long stop = Math.clamp(pause.from().getEpochSecond(), from, to);
            long resume = Math.clamp(pause.to().getEpochSecond(), from, to);
            if (stop > cursor) {
                net += known.total(stop) - known.total(cursor);
            }
            cursor = Math.max(cursor, resume);
        }
        return net + known.total(to) - known.total(cursor);
    }

    /**
     * The earliest instant t for which {@code elapsedSeconds(start, t, pauses)} is at least {@code
     * businessSeconds}; for 0 it is {@code start} itself.
     *
     * @throws IllegalArgumentException if {@code businessSeconds} is negative, or so much working
     *     time does not come before the year 2200
     */
    public Instant due(Instant start, long businessSeconds, List<Span> pauses) {
        if (businessSeconds < 0) {
            throw new IllegalArgumentException(
                    "businessSeconds is " + businessSeconds + "; it must be 0 or more");
        }
        if (businessSeconds == 0) {
            return start;
        }
        long cursor = second("start", start);
        long left = businessSeconds;
        for (Span pause : inOrder(pauses)) {
            long stop = Math.max(cursor, second("pause", pause.from()));
            long resume = second("pause", pause.to());
            Timeline known = covering(cursor, stop);
            long worked = known.total(stop) - known.total(cursor);
            if (worked >= left) {
                return Instant.ofEpochSecond(known.earliest(known.total(cursor) + left));
            }
            left -= worked;
            cursor = Math.max(stop, resume);
        }
        return Instant.ofEpochSecond(reach(start, cursor, left));
    }

    /** The stretches of working time in {@code [a, b)}, in order and never touching one another. */
    public List<Span> workingSpans(Instant a, Instant b) {
        long from = second("a", a);
        long to = second("b", b);
        requireOrder(a, b);
        return covering(from, to).spans(from, to);
    }

    private static Map<DayOfWeek, List<LocalInterval>> everyDay() {
        Map<DayOfWeek, List<LocalInterval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(LocalInterval.WHOLE_DAY));
        }
        return week;
    }

    private long reach(Instant start, long cursor, long seconds) {
        int year = year(cursor);
        for (int ahead = 1; ; ahead *= 2) {
            int last = Math.min(LAST_YEAR, year + ahead);
            Timeline known = covering(cursor, Unrolling.yearStart(last + 1));
            if (seconds <= known.total(known.coveredTo()) - known.total(cursor)) {
                return known.earliest(known.total(cursor) + seconds);
            }
            if (last == LAST_YEAR) {
                throw new IllegalArgumentException(
                        "businessSeconds: after "
                                + start
                                + " this calendar holds less working time before 2200 than was"
                                + " asked for; ask for less, or give the calendar working hours");
            }
        }
    }

    private Timeline covering(long from, long to) {
        Timeline known = timeline;
        return known != null && known.covers(from, to) ? known : extend(from, to);
    }

    private synchronized Timeline extend(long from, long to) {
        Timeline known = timeline;
        long first = known == null ? from : Math.min(from, known.coveredFrom());
        long end = known == null ? to : Math.max(to, known.coveredTo());
        Timeline longer =
                Unrolling.years(
                        this,
                        Math.max(FIRST_YEAR, year(first) - (known == null ? MARGIN_YEARS : 0)),
                        Math.min(LAST_YEAR, year(end - 1) + (known == null ? MARGIN_YEARS : 0)));
        timeline = longer;
        return longer;
    }

    private static int year(long second) {
        return LocalDate.ofEpochDay(Math.floorDiv(second, 86_400L)).getYear();
    }

    private static long second(String name, Instant instant) {
        long second = instant.getEpochSecond();
        if (second < FIRST_SECOND || second > LAST_SECOND) {
            throw new IllegalArgumentException(
                    name + " is " + instant + "; years 1900 to 2199 are supported");
        }
        return second;
    }

    private static void requireOrder(Instant a, Instant b) {
        if (b.isBefore(a)) {
            throw new IllegalArgumentException(
                    "b is " + b + ", before a, which is " + a + "; swap the two");
        }
    }

    private static List<Span> inOrder(List<Span> pauses) {
        return pauses.size() < 2
                ? pauses
                : pauses.stream().sorted(Comparator.comparing(Span::from)).toList();
    }

    private static List<LocalInterval> ordered(Object day, List<LocalInterval> intervals) {
        for (int i = 1; i < intervals.size(); i++) {
            if (intervals.get(i).startsBeforeEndOf(intervals.get(i - 1))) {
                throw new IllegalArgumentException(
                        "the intervals of "
                                + day
                                + " are "
                                + intervals
                                + "; they must be in order and may not overlap");
            }
        }
        return List.copyOf(intervals);
    }
}
