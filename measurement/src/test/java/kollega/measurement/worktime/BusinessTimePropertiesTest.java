package kollega.measurement.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties of business time over seeded random calendars, zones, instants and pauses. */
class BusinessTimePropertiesTest {

    private static final List<String> ZONES =
            List.of(
                    "UTC",
                    "Europe/Moscow",
                    "Europe/Berlin",
                    "America/New_York",
                    "America/Sao_Paulo",
                    "Africa/Cairo",
                    "Australia/Lord_Howe",
                    "Pacific/Apia",
                    "Asia/Kathmandu");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithCountingEveryMinute(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 25; round++) {
            BusinessCalendar calendar = calendar(random, 60);
            Instant a = minute(random);
            Instant b = a.plusSeconds(60L * random.nextInt(12 * 1440));
            List<Span> pauses = pauses(random, a, 60);

            assertThat(calendar.elapsedSeconds(a, b, pauses))
                    .as("%s from %s to %s without %s", calendar.zone(), a, b, pauses)
                    .isEqualTo(60L * countedMinutes(calendar, a, b, pauses));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void addsUpAndNeverRunsBackwards(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            BusinessCalendar calendar = calendar(random, 1);
            List<Instant> t = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                t.add(minute(random).plusSeconds(random.nextInt(60 * 86_400)));
            }
            t.sort(Comparator.naturalOrder());
            List<Span> pauses = pauses(random, t.getFirst(), 1);

            long first = calendar.elapsedSeconds(t.get(0), t.get(1), pauses);
            long second = calendar.elapsedSeconds(t.get(1), t.get(2), pauses);

            assertThat(first).isBetween(0L, t.get(1).getEpochSecond() - t.get(0).getEpochSecond());
            assertThat(first + second)
                    .isEqualTo(calendar.elapsedSeconds(t.get(0), t.get(2), pauses));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void findsTheEarliestInstantDue(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            BusinessCalendar calendar = calendar(random, 1);
            Instant a = minute(random);
            Instant b = a.plusSeconds(random.nextInt(90 * 86_400));
            List<Span> pauses = pauses(random, a, 1);
            long elapsed = calendar.elapsedSeconds(a, b, pauses);

            Instant due = calendar.due(a, elapsed, pauses);

            assertThat(due).isBetween(a, b);
            assertThat(calendar.elapsedSeconds(a, due, pauses)).isEqualTo(elapsed);
            if (elapsed > 0) {
                assertThat(calendar.elapsedSeconds(a, due.minusSeconds(1), pauses))
                        .isEqualTo(elapsed - 1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34})
    void listsTheWorkingSpansItCounts(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            BusinessCalendar calendar = calendar(random, 1);
            Instant a = minute(random);
            Instant b = a.plusSeconds(random.nextInt(90 * 86_400));

            List<Span> spans = calendar.workingSpans(a, b);

            assertThat(spans.stream().mapToLong(span -> span.duration().toSeconds()).sum())
                    .isEqualTo(calendar.elapsedSeconds(a, b));
            assertThat(spans).allSatisfy(span -> assertThat(span.from()).isBefore(span.to()));
            for (int i = 1; i < spans.size(); i++) {
                assertThat(spans.get(i).from()).isAfter(spans.get(i - 1).to());
            }
            assertThat(calendar.elapsedSeconds(a, b, spans)).isZero();
        }
    }

    /** Whole days, or hours after four in the morning: no boundary lies where a clock goes back. */
    private static BusinessCalendar calendar(Random random, int step) {
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        Map<DayOfWeek, List<LocalInterval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, random.nextInt(4) == 0 ? List.of() : intervals(random, step));
        }
        week.put(DayOfWeek.WEDNESDAY, intervals(random, step));
        Map<LocalDate, List<LocalInterval>> exceptions = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            exceptions.put(
                    LocalDate.of(2010, 1, 1).plusDays(random.nextInt(17 * 365)),
                    random.nextBoolean() ? List.of() : intervals(random, step));
        }
        return BusinessCalendar.of(zone, week, exceptions);
    }

    private static List<LocalInterval> intervals(Random random, int step) {
        return switch (random.nextInt(4)) {
            case 0 -> List.of(LocalInterval.WHOLE_DAY);
            case 1 -> List.of(interval(4 * 3600 + step * random.nextInt(3600 / step), 86_400));
            default -> {
                int start = 4 * 3600 + step * random.nextInt(3 * 3600 / step);
                int lunch = start + step * (1 + random.nextInt(5 * 3600 / step));
                int back = lunch + step * random.nextInt(3600 / step);
                int end = back + step * (1 + random.nextInt(5 * 3600 / step));
                yield List.of(interval(start, lunch), interval(back, end));
            }
        };
    }

    private static LocalInterval interval(int from, int to) {
        return new LocalInterval(
                LocalTime.ofSecondOfDay(from), LocalTime.ofSecondOfDay(to % 86_400));
    }

    private static Instant minute(Random random) {
        return Instant.parse("2010-02-01T00:00:00Z")
                .plusSeconds(60L * random.nextInt(16 * 525_600));
    }

    private static List<Span> pauses(Random random, Instant near, int step) {
        List<Span> pauses = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            Instant from = near.plusSeconds((long) step * (random.nextInt(1_300_000 / step) - 99));
            pauses.add(
                    new Span(from, from.plusSeconds((long) step * random.nextInt(300_000 / step))));
        }
        return pauses;
    }

    /** Looks at the clock on the wall in every single minute. */
    private static long countedMinutes(
            BusinessCalendar calendar, Instant a, Instant b, List<Span> pauses) {
        long counted = 0;
        for (Instant t = a; t.isBefore(b); t = t.plusSeconds(60)) {
            Instant now = t;
            LocalDateTime wall = LocalDateTime.ofInstant(t, calendar.zone());
            boolean working =
                    calendar.intervals(wall.toLocalDate()).stream()
                            .anyMatch(interval -> holds(interval, wall.toLocalTime()));
            boolean paused =
                    pauses.stream().anyMatch(p -> !now.isBefore(p.from()) && now.isBefore(p.to()));
            counted += working && !paused ? 1 : 0;
        }
        return counted;
    }

    private static boolean holds(LocalInterval interval, LocalTime time) {
        return !time.isBefore(interval.from())
                && (interval.to().equals(LocalTime.MIDNIGHT) || time.isBefore(interval.to()));
    }
}
