package kollega.measurement.worktime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the list that is shipped with the library, once. */
final class RussianProductionCalendar {

    static final ProductionCalendar INSTANCE = ProductionCalendar.of(shipped(), statutory());

    private static final String RESOURCE = "russian-production-calendar.csv";

    private RussianProductionCalendar() {}

    private static Map<LocalDate, DayKind> shipped() {
        Map<LocalDate, DayKind> days = new HashMap<>();
        try (InputStream in = RussianProductionCalendar.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("resource missing: " + RESOURCE);
            }
            new BufferedReader(new InputStreamReader(in, UTF_8))
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(row -> days.put(LocalDate.parse(row[0]), kind(row[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return days;
    }

    private static DayKind kind(String name) {
        return DayKind.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Labour Code of the Russian Federation, article 112: 1-8 January and six single days. */
    private static Set<MonthDay> statutory() {
        return Stream.concat(
                        IntStream.rangeClosed(1, 8).mapToObj(day -> MonthDay.of(1, day)),
                        Stream.of(
                                MonthDay.of(2, 23),
                                MonthDay.of(3, 8),
                                MonthDay.of(5, 1),
                                MonthDay.of(5, 9),
                                MonthDay.of(6, 12),
                                MonthDay.of(11, 4)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
