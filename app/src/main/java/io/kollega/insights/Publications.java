package io.kollega.insights;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import kollega.measurement.disclosure.PrivacyLevel;
import kollega.measurement.disclosure.PrivacyThreshold;
import kollega.measurement.disclosure.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The only way a figure leaves: with its interval, its number of people and its comparison, or
 * withheld with the reason. All is made of what was taken in by steps, and of nothing else. What
 * was made is kept until something more is taken in.
 */
@Component
public final class Publications {
    /** On how many people everything rests that is shown of people's work, opinions or not. */
    public static final PrivacyThreshold RULE = PrivacyLevel.SCORE.threshold();

    /** What is kept, counted in figures: so much that it can't fill the memory. */
    private static final long MOST_FIGURES = 60_000;

    private final JdbcClient jdbc;
    private final CellReader cells;
    private final Cache<MatrixKey, Made<UnitMatrix>> matrices =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_FIGURES)
                    .weigher((MatrixKey _, Made<UnitMatrix> made) -> made.product.size())
                    .build();
    private final Cache<SeriesKey, Made<List<Point>>> courses =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_FIGURES)
                    .weigher((SeriesKey _, Made<List<Point>> made) -> 1 + made.product.size())
                    .build();

    Publications(JdbcClient jdbc, CellReader cells) {
        this.jdbc = jdbc;
        this.cells = cells;
    }

    private record MatrixKey(
            Measure measure, Period period, Structure structure, YearMonth month) {}

    private record SeriesKey(Measure measure, Subject subject, Structure structure) {}

    /** What was made of the cells as they were after so many changes. */
    private record Made<T>(long generation, T product) {}

    /** Which change of a measure was its last, and when something was last taken in. */
    private record Movement(long generation, @Nullable Instant at) {
        static final Movement NONE = new Movement(0, null);
    }

    /** One month published. */
    public record Point(YearMonth month, Figure figure) {}

    /** All measures as they stand at this moment, by one look at what has changed. */
    Edition edition(Structure structure) {
        Map<Measure, Movement> movements = new EnumMap<>(Measure.class);
        jdbc.sql("select measure, generation, at from insights.movement")
                .query(row -> {
                    OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
                    Movement movement =
                            new Movement(
                                    row.getLong("generation"), at == null ? null : at.toInstant());
                    Measure.named(row.getString("measure"))
                            .ifPresent(measure -> movements.put(measure, movement));
                });
        return new Edition(structure, movements);
    }

    /** What is published, as one reader sees it. For one page or call, not to be kept. */
    public final class Edition {
        private final Structure structure;
        private final Map<Measure, Movement> movements;

        private Edition(Structure structure, Map<Measure, Movement> movements) {
            this.structure = structure;
            this.movements = movements;
        }

        private Movement movement(Measure measure) {
            return movements.getOrDefault(measure, Movement.NONE);
        }

        /** When something of a measure was last taken in; null if nothing ever was. */
        public @Nullable Instant moved(Measure measure) {
            return movement(measure).at;
        }

        /** Unit against unit. */
        public UnitMatrix matrix(Measure measure, Period period) {
            return upToDate(
                    matrices,
                    new MatrixKey(measure, period, structure, cells.month()),
                    movement(measure).generation,
                    _ ->
                            new MatrixMaker(
                                            measure,
                                            period,
                                            cells.summary(measure, period, structure))
                                    .make());
        }

        /** One figure; withheld for want of answers where there are none. */
        public Figure figure(Measure measure, Subject subject, Period period) {
            return matrix(measure, period).figure(subject);
        }

        /** How a figure went, month by month; months in which nothing was taken in are missing. */
        public List<Point> series(Measure measure, Subject subject, Period period) {
            return upToDate(
                            courses,
                            new SeriesKey(measure, subject, structure),
                            movement(measure).generation,
                            _ -> course(measure, subject, structure))
                    .stream()
                    .filter(point -> period.contains(point.month()))
                    .toList();
        }
    }

    private List<Point> course(Measure measure, Subject subject, Structure structure) {
        return cells.months(measure, subject, structure).entrySet().stream()
                .map(month ->
                        new Point(
                                month.getKey(),
                                MatrixMaker.figure(measure, month.getValue(), null)))
                .toList();
    }

    /** Nobody makes what another makes already; the later generation stays. */
    private static <K, T> T upToDate(
            Cache<K, Made<T>> kept, K key, long generation, Function<K, T> making) {
        Made<T> held = kept.getIfPresent(key);
        if (held != null && held.generation >= generation) {
            return held.product;
        }
        return Objects.requireNonNull(
                        kept.asMap()
                                .compute(
                                        key,
                                        (_, now) ->
                                                now != null && now.generation >= generation
                                                        ? now
                                                        : new Made<>(
                                                                generation, making.apply(key))))
                .product;
    }

    static Reason fewPeople() {
        return new Reason.TooFewRaters(RULE.raters());
    }
}
