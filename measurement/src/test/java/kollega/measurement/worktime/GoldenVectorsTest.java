package kollega.measurement.worktime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors were counted minute by minute by an independent program. */
class GoldenVectorsTest {

    @ParameterizedTest
    @MethodSource("elapsed")
    void countsWorkingTime(String line) {
        String[] row = line.split(",", -1);

        long seconds =
                ProductionCalendar.russian()
                        .calendar(ZoneId.of(row[1]))
                        .elapsedSeconds(instant(row[2]), instant(row[3]), pauses(row[4]));

        assertThat(seconds).isEqualTo(60 * Long.parseLong(row[5]));
    }

    @ParameterizedTest
    @MethodSource("due")
    void findsTheDueInstant(String line) {
        String[] row = line.split(",", -1);

        Instant due =
                ProductionCalendar.russian()
                        .calendar(ZoneId.of(row[0]))
                        .due(instant(row[1]), 60 * Long.parseLong(row[2]), List.of());

        assertThat(due).isEqualTo(instant(row[3]));
    }

    static Stream<String> elapsed() {
        return lines("sla_elapsed_vectors.csv");
    }

    static Stream<String> due() {
        return lines("sla_due_vectors.csv");
    }

    private static Stream<String> lines(String resource) {
        return new BufferedReader(
                        new InputStreamReader(
                                requireNonNull(
                                        GoldenVectorsTest.class.getResourceAsStream(resource)),
                                UTF_8))
                .lines()
                .skip(1);
    }

    private static List<Span> pauses(String text) {
        return Stream.of(text.split(";"))
                .filter(pause -> !pause.isEmpty())
                .map(pause -> pause.split("/"))
                .map(ends -> new Span(instant(ends[0]), instant(ends[1])))
                .toList();
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
