package io.kollega.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MeasureTest {
    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void sharesExplainedDifferencesOutAmongDrivers() throws Exception {
        assertThat(
                        measure(
                                "drivers",
                                ratings(200),
                                "--outcome",
                                "overall",
                                "--drivers",
                                "speed,care",
                                "--json"))
                .isZero();
        JsonNode json = json();
        assertThat(json.propertyNames()).containsExactly("n", "r2", "drivers", "skipped");
        assertThat(json.get("n").asLong()).isEqualTo(200);
        JsonNode first = json.get("drivers").get(0);
        JsonNode second = json.get("drivers").get(1);
        assertThat(first.propertyNames()).containsExactly("name", "lmg", "johnson");
        assertThat(first.get("name").asString()).isEqualTo("speed");
        assertThat(first.get("lmg").asDouble()).isGreaterThan(second.get("lmg").asDouble());
        assertThat(first.get("lmg").asDouble() + second.get("lmg").asDouble())
                .isCloseTo(json.get("r2").asDouble(), within(1e-12));
    }

    @Test
    void tellsDriversInWords() throws Exception {
        assertThat(measure("drivers", ratings(150), "--outcome", "overall", "--drivers", "speed"))
                .isZero();
        assertThat(out.toString()).startsWith("150 rows; the drivers explain").contains("speed");
    }

    /** By hand: both items vary by 2/7, their sum by 6/7, so alpha is 2 (1 - 4/6). */
    @Test
    void tellsReliabilityOfItems() throws Exception {
        Path file = file("a;b\n0;0\n1;1\n1;0\n1;1\n0;0\n0;1\n1;1\n0;0\n");
        assertThat(measure("reliability", file, "--items", "a,b", "--json")).isZero();
        JsonNode json = json();
        assertThat(json.propertyNames())
                .containsExactly("n", "alpha", "low", "high", "kr20", "items", "skipped");
        assertThat(json.get("n").asLong()).isEqualTo(8);
        assertThat(json.get("alpha").asDouble()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(json.get("kr20").asDouble()).isCloseTo(2 / 3.0, within(1e-12));
        JsonNode item = json.get("items").get(0);
        assertThat(item.propertyNames()).containsExactly("name", "itemRest", "alphaIfDropped");
        assertThat(item.get("itemRest").asDouble()).isCloseTo(.5, within(1e-12));
        assertThat(item.get("alphaIfDropped").isNull()).isTrue();
    }

    @Test
    void givesNoKr20ForItemsOtherThanRightAndWrong() throws Exception {
        Path file = file("a,b\n1,2\n2,3\n3,5\n");
        assertThat(measure("reliability", file, "--items", "a,b", "--json")).isZero();
        assertThat(json().get("kr20").isNull()).isTrue();
        assertThat(measure("reliability", file, "--items", "a,b")).isZero();
        assertThat(out.toString()).contains("3 rows; alpha 0.").doesNotContain("KR-20");
    }

    @Test
    void refusesCellsThatAreNoNumbersWithTheirPlace() throws Exception {
        Path file = file("a,b\n1,2\ngood,3\n3,\n4,NaN\n");
        assertThat(measure("reliability", file, "--items", "a,b", "--refuse-incomplete"))
                .isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "Line 3, column \"a\", value \"good\": a number is expected, such as 4, -1 or 4.5",
                        "Line 4, column \"b\", value \"\": the cell is empty, and complete rows were asked for; fill it in, or do without --refuse-incomplete",
                        "Line 5, column \"b\", value \"NaN\": a number is expected, such as 4, -1 or 4.5");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void leavesIncompleteRowsOutAndSaysSo() throws Exception {
        Path file = file("a,b\n1,2\n,3\n3,5\n2,2\n4,NA\n");
        assertThat(measure("reliability", file, "--items", "a,b")).isZero();
        assertThat(out.toString())
                .startsWith("3 rows;")
                .endsWith("2 incomplete rows were left out.%n".formatted());
        assertThat(measure("reliability", file, "--items", "a,b", "--json")).isZero();
        assertThat(json().get("n").asLong()).isEqualTo(3);
        assertThat(json().get("skipped").asLong()).isEqualTo(2);
    }

    @Test
    void readsNumbersAsOtherProgramsWriteThem() throws Exception {
        Path plain = file("a,b\n0.001,2\n3,-0.5\n2500,7\n");
        assertThat(measure("reliability", plain, "--items", "a,b", "--json")).isZero();
        JsonNode expected = json();
        Path other = file("\uFEFF\"a\",b\r\n1e-03,2.\r\n+3,-.5\r\n2.5E3,\"7\"\r\n");
        assertThat(measure("reliability", other, "--items", "a,b", "--json")).isZero();
        assertThat(json()).isEqualTo(expected);
        assertThat(measure("reliability", file("a,b\n1,2\n1e101,3\n2,4\n"), "--items", "a,b"))
                .isEqualTo(1);
        assertThat(err.toString()).startsWith("Line 3, column \"a\", value \"1e101\": a number");
    }

    @Test
    void refusesTooFewRowsForDrivers() throws Exception {
        assertThat(measure("drivers", ratings(99), "--outcome", "overall", "--drivers", "speed"))
                .isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo("There are 99 rows, a model of 1 driver needs at least 100.");
    }

    @Test
    void refusesColumnsAndFilesThatAreNotThere() throws Exception {
        Path file = file("a,b\n1,2\n");
        assertThat(measure("reliability", file, "--items", "a,c")).isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo("Line 1, column \"c\": there is no such column; the file has: a, b");
        assertThat(measure("reliability", folder.resolve("none.csv"), "--items", "a,b"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("none.csv can't be read: check its name and rights.");
    }

    @Test
    void takesColumnsNamedTwiceForWrongUsage() throws Exception {
        Path file = file("a,b\n1,2\n");
        assertThat(measure("drivers", file, "--outcome", "a", "--drivers", "b,a")).isEqualTo(2);
        assertThat(measure("reliability", file, "--items", "a")).isEqualTo(2);
        assertThat(measure("reliability", file)).isEqualTo(2);
    }

    /** A unit that joins with its change made lends no certainty to the others. */
    @Test
    void judgesTooFewUnitsAsTooFew() throws Exception {
        StringBuilder rows = new StringBuilder("unit,period,value,changed\n");
        for (int unit = 0; unit < 6; unit++) {
            for (int period = 1; period <= 4; period++) {
                int changed = unit < 3 && period > 2 ? 1 : 0;
                rows.append("u%d,%d,%d,%d\n".formatted(unit, period, unit + 20 * changed, changed));
            }
        }
        rows.append("late,2,7,1\nlate,3,8,1\nlate,4,8,1\n");
        String[] columns = {
            "--unit", "unit", "--period", "period", "--value", "value", "--changed", "changed"
        };
        assertThat(measure("action", file(rows.toString()), columns)).isZero();
        assertThat(out.toString())
                .startsWith("Too few units to tell a change from chance")
                .contains("from 20 assignments, all there are")
                .contains("7 units, 3 of which changed.");
    }

    /** An item right only where all others were has no place; the others keep theirs. */
    @Test
    void placesItemsBesideOneThatTheAnswersDoNotPlace() throws Exception {
        StringBuilder rows = new StringBuilder("a,b,c,hard,easy\n");
        for (int i = 0; i < 240; i++) {
            int a = i % 3 == 0 ? 0 : 1;
            int b = i % 2;
            int c = i % 5 == 0 ? 1 : 0;
            int hard = a * b * c * (i % 4 == 1 ? 1 : 0);
            rows.append("%d,%d,%d,%d,1\n".formatted(a, b, c, hard));
        }
        Path file = file(rows.toString());
        assertThat(measure("items", file, "--items", "a,b,c,hard,easy", "--json")).isZero();
        JsonNode items = json().get("items");
        double sum = 0;
        for (int j = 0; j < 3; j++) {
            sum += items.get(j).get("rasch").asDouble();
        }
        assertThat(sum).isCloseTo(0, within(1e-9));
        assertThat(items.get(0).get("rasch").asDouble())
                .isGreaterThan(items.get(1).get("rasch").asDouble());
        assertThat(items.get(3).get("rasch").isNull()).isTrue();
        assertThat(items.get(4).get("rasch").isNull()).isTrue();
    }

    @Test
    void countsOneAsOne() throws Exception {
        assertThat(measure("reliability", file("a,b\n1,2\n,3\n3,5\n2,2\n"), "--items", "a,b"))
                .isZero();
        assertThat(out.toString()).endsWith("1 incomplete row was left out.%n".formatted());
    }

    private int measure(String command, Path file, String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "measure";
        arguments[1] = command;
        arguments[2] = file.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Console.commands()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(out.toString());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), text);
    }

    private Path ratings(int rows) throws IOException {
        var random = new SplittableRandom(1);
        var text = new StringBuilder("unit,speed,care,overall\n");
        for (int i = 0; i < rows; i++) {
            int speed = random.nextInt(1, 6);
            int care = random.nextInt(1, 6);
            int overall = speed + random.nextInt(0, 3) + care / 4;
            text.append("it,%d,%d,%d\n".formatted(speed, care, overall));
        }
        return file(text.toString());
    }
}
