package io.kollega.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MeasureWorktimeTest {
    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** The vectors were counted minute by minute by an independent program. */
    @Test
    void countsTheGoldenVectors() throws Exception {
        Path file = golden("sla_elapsed_vectors.csv");
        assertThat(worktime(file, "--calendar", "ru", "--json")).isZero();
        assertThat(rows("businessMinutes")).isEqualTo(lastColumn(file));
    }

    @Test
    void findsTheDueInstantsOfTheGoldenVectors() throws Exception {
        Path file = golden("sla_due_vectors.csv");
        assertThat(worktime(file, "--calendar", "ru", "--json")).isZero();
        assertThat(rows("due")).isEqualTo(lastColumn(file));
    }

    @Test
    void answersRowsOfBothKindsInTheirOrder() throws Exception {
        Path file =
                file(
                        """
                        tz,start,end,business_minutes,pauses
                        Europe/Moscow,2026-03-03T09:00:00+03:00,2026-03-03T09:00:30+03:00,,
                        Europe/Moscow,2026-03-03T09:00:00+03:00,,60,2026-03-03T09:00:00+03:00/2026-03-03T12:30:00+03:00
                        """);
        assertThat(worktime(file, "--calendar", "ru", "--json")).isZero();
        assertThat(out.toString().strip())
                .isEqualTo(
                        "{\"rows\":[{\"businessMinutes\":0.5},{\"due\":\"2026-03-03T11:30:00+00:00\"}]}");
    }

    @Test
    void countsEveryMinuteOfAlways() throws Exception {
        Path file = file("tz,start,end\nUTC,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z\n");
        assertThat(worktime(file, "--calendar", "always")).isZero();
        assertThat(out.toString().strip()).isEqualTo("1440 business minutes");
    }

    @Test
    void refusesCellsThatItCannotUseWithTheirPlace() throws Exception {
        Path file =
                file(
                        """
                        tz,start,end,business_minutes,pauses
                        Mars,2026-03-03T09:00:00Z,2026-03-03T10:00:00Z,,
                        UTC,2026-03-03 09:00,2026-03-03T10:00:00Z,,
                        UTC,2026-03-03T09:00:00Z,2026-03-02T10:00:00Z,,
                        UTC,2026-03-03T09:00:00Z,,-5,
                        UTC,2026-03-03T09:00:00Z,,999999999,
                        UTC,2026-03-03T09:00:00Z,,,
                        UTC,2026-03-03T09:00:00Z,,5,2026-03-03T09:00:00Z
                        UTC,1812-09-07T06:00:00Z,,5,
                        """);
        assertThat(worktime(file, "--calendar", "ru", "--json")).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines().map(line -> line.replaceFirst(":.*", "")))
                .containsExactly(
                        "Line 2, column \"tz\", value \"Mars\"",
                        "Line 3, column \"start\", value \"2026-03-03 09",
                        "Line 4, column \"end\", value \"2026-03-02T10",
                        "Line 5, column \"business_minutes\", value \"-5\"",
                        "Line 6, column \"business_minutes\", value \"999999999\"",
                        "Line 7, column \"end\", value \"\"",
                        "Line 8, column \"pauses\", value \"2026-03-03T09",
                        "Line 9, column \"start\", value \"1812-09-07T06");
    }

    @Test
    void refusesAFileWithoutItsColumns() throws Exception {
        assertThat(worktime(file("zone,start\nUTC,x\n"), "--calendar", "ru")).isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo(
                        "Line 1, column \"tz\": there is no such column; the file has: zone, start");
    }

    @Test
    void refusesAFileThatAsksForNothing() throws Exception {
        Path file = file("tz,start\nEurope/Moscow,2026-03-03T06:00:00Z\n");
        assertThat(worktime(file, "--calendar", "ru")).isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo(
                        "Line 2, column \"business_minutes\": the row asks for nothing: fill in end,"
                                + " or business_minutes");
    }

    @Test
    void takesAnUnknownCalendarForWrongUsage() throws Exception {
        Path file = file("tz,start,end\n");
        assertThat(worktime(file, "--calendar", "lunar")).isEqualTo(2);
        assertThat(worktime(file)).isEqualTo(2);
    }

    private int worktime(Path file, String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "measure";
        arguments[1] = "worktime";
        arguments[2] = file.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Console.commands()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private List<String> rows(String property) {
        return JsonMapper.shared()
                .readTree(out.toString())
                .get("rows")
                .valueStream()
                .map(row -> row.get(property))
                .map(JsonNode::asString)
                .toList();
    }

    private static List<String> lastColumn(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .toList();
    }

    private static Path golden(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(MeasureWorktimeTest.class.getResource(name)).toURI());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), text);
    }
}
