package io.kollega.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.catalog.Standard;
import io.kollega.catalog.StandardId;
import io.kollega.organization.UnitId;
import io.kollega.promises.Explanation.Counted;
import io.kollega.promises.Explanation.Line;
import io.kollega.worktime.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kollega.measurement.worktime.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds whatever happens to a piece of work, over holidays, shortened days and DST. */
class PromiseStoriesTest {
    private static final Instant FIRST = Instant.parse("2023-01-01T00:00:00Z");
    private static final int DAYS = 4 * 365;

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    /** A story, told until {@code now}. */
    private record Story(Promise promise, List<SpanTable.Row> spans, Instant now) {}

    @ParameterizedTest
    @MethodSource("seeds")
    void recomputesDeadlineFromLinesAlone(long seed) {
        Story story = story(seed);
        for (Promised promised : Promised.values()) {
            Explanation explained =
                    Objects.requireNonNull(
                            Explanations.of(story.promise, promised, story.spans, story.now));
            Instant reached = explained.start();
            Duration counted = Duration.ZERO;
            for (Line line : explained.lines()) {
                assertThat(line.from()).isEqualTo(reached);
                assertThat(line.to()).isAfter(line.from());
                if (line
                        instanceof Counted(Instant from, Instant to, Duration time, Duration sum)) {
                    assertThat(time).isEqualTo(Duration.between(from, to));
                    counted = counted.plus(time);
                    assertThat(sum).isEqualTo(counted);
                }
                reached = line.to();
            }
            assertThat(counted).isEqualTo(explained.promised());
            assertThat(reached).isEqualTo(explained.due());
            assertThat(explained.lines().getLast()).isInstanceOf(Counted.class);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void movesDeadlineExactlyByWorkingTimeOfPauses(long seed) {
        Story story = story(seed);
        Promise promise = story.promise;
        List<Span> stands =
                story.spans.stream()
                        .filter(span -> !(span.holder() instanceof Holder.OfUnit))
                        .map(span ->
                                new Span(
                                        span.from(),
                                        Objects.requireNonNullElse(span.to(), story.now)))
                        .toList();
        Instant due =
                promise.calendar.hours().due(promise.startedAt, promise.solution.seconds(), stands);
        Deadlines deadlines = Objects.requireNonNull(Standings.of(promise, story.now));
        assertThat(deadlines.solutionDue()).isEqualTo(due);
        Instant ended = promise.endedAt;
        assertThat(promise.solution.state())
                .isEqualTo(
                        ended != null
                                ? ended.isAfter(due) ? TermState.MISSED : TermState.KEPT
                                : story.now.isAfter(due) ? TermState.LATE : TermState.RUNNING);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void dividesWholeTimeWithoutRest(long seed) {
        Story story = story(seed);
        Ledger ledger = Ledgers.of(story.promise, story.spans, Calendars::hours, story.now);
        assertThat(
                        ledger.lines().stream()
                                .map(Ledger.Line::time)
                                .reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(ledger.whole());
        assertThat(ledger.whole())
                .isEqualTo(
                        Duration.between(
                                story.promise.startedAt,
                                Objects.requireNonNullElse(story.promise.endedAt, story.now)));
        assertThat(ledger.lines()).allSatisfy(line -> assertThat(line.time()).isPositive());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tellsEachMissAndEachWarningOnce(long seed) {
        Story story = story(seed);
        for (Promised promised : Promised.values()) {
            assertThat(story.promise.events.stream().filter(e -> misses(e, promised)).count())
                    .isLessThanOrEqualTo(1);
            assertThat(story.promise.events.stream().filter(e -> warns(e, promised)).count())
                    .isLessThanOrEqualTo(1);
        }
        assertThat(story.promise.events.stream().anyMatch(e -> misses(e, Promised.SOLUTION)))
                .isEqualTo(
                        Stream.of(TermState.LATE, TermState.MISSED)
                                .anyMatch(state -> state == story.promise.solution.state()));
    }

    private static boolean misses(PromiseEvent event, Promised promised) {
        return event instanceof Missed missed && missed.promised() == promised;
    }

    private static boolean warns(PromiseEvent event, Promised promised) {
        return event instanceof DueSoon soon && soon.promised() == promised;
    }

    private static Story story(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        WorkCalendar calendar = pick(Calendars.ALL, random);
        Instant now = FIRST.plusSeconds(random.nextLong(DAYS * 86_400L));
        Promise promise = new Promise(new WorkId(1), new UnitId(1), new UnitId(2), calendar, now);
        promise.promise(standard(random), 0.2);
        promise.begin();
        int steps = random.nextInt(12);
        for (int step = 0; step < steps; step++) {
            now = now.plusSeconds(random.nextLong(1, random.nextBoolean() ? 7_200 : 400_000));
            if (random.nextBoolean()) {
                promise.advance(now);
                promise.warn(now);
            }
            act(promise, random, now);
        }
        now = now.plusSeconds(random.nextLong(1, 200_000));
        promise.advance(now);
        List<SpanTable.Row> spans = SpanTable.applied(List.of(), promise.work, promise.spans);
        return new Story(promise, spans, now);
    }

    private static void act(Promise promise, RandomGenerator random, Instant now) {
        if (promise.endedAt != null) {
            promise.reopen(now);
            return;
        }
        switch (random.nextInt(8)) {
            case 0, 1, 2 ->
                    promise.pause(
                            pick(List.of(PauseReason.values()), random),
                            random.nextBoolean()
                                    ? null
                                    : Duration.ofMinutes(random.nextLong(1, 2_000)),
                            now);
            case 3, 4 -> promise.resume(now);
            case 5 ->
                    promise.handOver(
                            new UnitId(random.nextInt(2, 5)),
                            pick(Calendars.ALL, random).id(),
                            now);
            case 6 -> promise.respond(now);
            default -> promise.stop(now);
        }
    }

    private static Standard standard(RandomGenerator random) {
        return new Standard(
                new StandardId(1),
                new UnitId(2),
                null,
                1,
                Duration.ofSeconds(random.nextLong(1, 100_000)),
                Duration.ofSeconds(random.nextLong(1, 300_000)),
                List.of(),
                List.of(),
                List.of());
    }

    private static <T> T pick(List<T> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }
}
