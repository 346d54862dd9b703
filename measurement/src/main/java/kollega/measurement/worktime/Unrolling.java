package kollega.measurement.worktime;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/** Turns the local intervals of whole years into a timeline, by the rules of the zone. */
final class Unrolling {

    /** Local dates may begin this many days before or after the same date in UTC. */
    private static final int EDGE_DAYS = 2;

    private Unrolling() {}

    static long yearStart(int year) {
        return LocalDate.of(year, 1, 1).toEpochSecond(LocalTime.MIDNIGHT, ZoneOffset.UTC);
    }

    /** The timeline of the years from {@code first} to {@code last}, both inclusive. */
    static Timeline years(BusinessCalendar calendar, int first, int last) {
        ZoneRules rules = calendar.zone().getRules();
        Timeline.Builder spans = new Timeline.Builder();
        LocalDate end = LocalDate.of(last + 1, 1, 1).plusDays(EDGE_DAYS);
        for (LocalDate date = LocalDate.of(first, 1, 1).minusDays(EDGE_DAYS);
                date.isBefore(end);
                date = date.plusDays(1)) {
            add(date, calendar.intervals(date), rules, spans);
        }
        return spans.build(yearStart(first), yearStart(last + 1));
    }

    private static void add(
            LocalDate date, List<LocalInterval> intervals, ZoneRules rules, Timeline.Builder to) {
        for (LocalInterval interval : intervals) {
            LocalDate endDate = interval.endsWithTheDay() ? date.plusDays(1) : date;
            to.add(
                    start(date.atTime(interval.from()), rules),
                    end(endDate.atTime(interval.to()), rules));
        }
    }

    private static long start(LocalDateTime local, ZoneRules rules) {
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        return offsets.isEmpty() ? afterGap(local, rules) : local.toEpochSecond(offsets.getFirst());
    }

    private static long end(LocalDateTime local, ZoneRules rules) {
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        return offsets.isEmpty() ? afterGap(local, rules) : local.toEpochSecond(offsets.getLast());
    }

    private static long afterGap(LocalDateTime local, ZoneRules rules) {
        ZoneOffsetTransition gap = rules.getTransition(local);
        return gap.toEpochSecond();
    }
}
