package io.kollega.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The measures of actions, wishes, balance, culture and test items. */
class MeasureSharesTest {
    private static final List<String> ACTION =
            List.of("--unit", "u", "--period", "p", "--value", "v", "--changed", "c");

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Reference: R, lm with effects of units and waves, sandwich::vcovCL. */
    @Test
    void judgesAnAction() throws Exception {
        int[][] values = {
            {50, 51, 52, 58, 59, 60}, {54, 53, 55, 60, 62, 61},
            {47, 48, 47, 55, 54, 57}, {60, 61, 62, 66, 68, 69},
            {52, 50, 53, 53, 54, 53}, {49, 50, 49, 51, 50, 52},
            {55, 56, 54, 56, 57, 57}, {58, 57, 59, 59, 60, 61}
        };
        var rows = new StringBuilder("u,p,v,c\n");
        for (int i = 0; i < values.length; i++) {
            for (int t = 0; t < 6; t++) {
                // Periods from 8 to 13, so that they sort as numbers and not as texts.
                rows.append(
                        "unit %d,%d,%d,%d%n"
                                .formatted(i, t + 8, values[i][t], i < 4 && t > 2 ? 1 : 0));
            }
        }
        assertThat(measure("action", file(rows.toString()), ACTION, "--json")).isZero();
        JsonNode json = json();
        assertThat(json.propertyNames())
                .containsExactly(
                        "units",
                        "changed",
                        "effect",
                        "standardError",
                        "p",
                        "low",
                        "high",
                        "assignments",
                        "exact",
                        "verdict",
                        "skipped");
        assertThat(json.get("units").asInt()).isEqualTo(8);
        assertThat(json.get("changed").asInt()).isEqualTo(4);
        assertThat(json.get("effect").asDouble()).isCloseTo(5.66666667, within(5e-9));
        assertThat(json.get("standardError").asDouble()).isCloseTo(.384849638, within(5e-10));
        assertThat(json.get("p").asDouble()).isCloseTo(2 / 70.0, within(1e-12));
        assertThat(json.get("assignments").asLong()).isEqualTo(70);
        assertThat(json.get("exact").asBoolean()).isTrue();
        assertThat(json.get("verdict").asString()).isEqualTo("worked");
    }

    @Test
    void readsBeforeAndAfter() throws Exception {
        Path file =
                file(
                        "u,p,v,c\na,after,9,1\na,before,4,0\nb,after,5,0\nb,before,4,0\nc,before,1,0\n");
        assertThat(measure("action", file, ACTION, "--json")).isZero();
        assertThat(json().get("effect").asDouble()).isCloseTo(4, within(1e-12));
        assertThat(json().get("units").asInt()).isEqualTo(2);
        assertThat(json().get("standardError").isNull()).isTrue();
        assertThat(json().get("verdict").asString()).isEqualTo("too-few");
        assertThat(measure("action", file, ACTION)).isZero();
        assertThat(out.toString()).contains("Too few units");
    }

    @Test
    void refusesContradictoryActions() throws Exception {
        assertThat(measure("action", file("u,p,v,c\na,1,2,1\na,2,3,0\nb,1,2,0\nb,2,2,0\n"), ACTION))
                .isEqualTo(1);
        assertThat(err.toString()).contains("a had changed by 1 and had not by 2");
        assertThat(measure("action", file("u,p,v,c\na,1,2,0\na,1,3,0\n"), ACTION)).isEqualTo(1);
        assertThat(err.toString()).contains("Line 3").contains("stands twice");
        assertThat(measure("action", file("u,p,v,c\na,1,2,2\n"), ACTION)).isEqualTo(1);
        assertThat(err.toString()).contains("1 is expected where the unit had changed");
        assertThat(measure("action", file("u,p,v,c\n,1,2,0\n"), ACTION)).isEqualTo(1);
        assertThat(err.toString()).contains("a unit is expected");
        assertThat(measure("action", file("u,p,v,c\na,1,2,1\nb,1,3,0\n"), ACTION)).isEqualTo(1);
        assertThat(err.toString()).contains("at least two periods");
        assertThat(measure("action", file("u,p,v,c\na,1,,1\n"), ACTION)).isEqualTo(1);
        assertThat(err.toString()).contains("No row is complete");
    }

    /** By hand: of 4 answers 3 are important and 1 satisfied, so 7.5 + (7.5 - 2.5). */
    @Test
    void ranksWishes() throws Exception {
        Path file = file("wish,i,s\nfast,5,1\nfast,4,4\nfast,3,3\nfast,4,2\nkind,2,5\nkind,,5\n");
        List<String> columns = List.of("--importance", "i", "--satisfaction", "s", "--by", "wish");
        assertThat(measure("wishes", file, columns, "--json")).isZero();
        JsonNode json = json();
        assertThat(json.propertyNames()).containsExactly("wishes", "skipped");
        JsonNode fast = json.get("wishes").get(0);
        assertThat(fast.propertyNames())
                .containsExactly("key", "n", "importance", "satisfaction", "opportunity");
        assertThat(fast.get("key").get("wish").asString()).isEqualTo("fast");
        assertThat(fast.get("n").asLong()).isEqualTo(4);
        assertThat(fast.get("importance").asDouble()).isCloseTo(7.5, within(1e-12));
        assertThat(fast.get("satisfaction").asDouble()).isCloseTo(2.5, within(1e-12));
        assertThat(fast.get("opportunity").asDouble()).isCloseTo(12.5, within(1e-12));
        assertThat(json.get("wishes").get(1).get("opportunity").asDouble()).isZero();
        assertThat(json.get("skipped").asLong()).isEqualTo(1);
        for (String wrong : List.of("0", "6", "2.5", "x")) {
            assertThat(measure("wishes", file("wish,i,s\na," + wrong + ",1\n"), columns))
                    .as(wrong)
                    .isEqualTo(1);
            assertThat(err.toString()).contains("Line 2").contains("i");
        }
    }

    /** Reference: R, compositions. */
    @Test
    void findsBalanceOfInterests() throws Exception {
        Path file =
                file(
                        "team,client,company,own\nall,.4,.3,.3\nall,60,20,20\nall,1,1,8\nall,50,50,0\none,1,1,1\n");
        List<String> columns =
                List.of(
                        "--client",
                        "client",
                        "--company",
                        "company",
                        "--own",
                        "own",
                        "--by",
                        "team");
        assertThat(measure("balance", file, columns, "--json")).isZero();
        JsonNode one = json().get("groups").get(1);
        assertThat(one.propertyNames())
                .containsExactly("key", "n", "centre", "variance", "distance", "balance");
        assertThat(one.get("variance").isNull()).isTrue();
        assertThat(one.get("distance").asDouble()).isCloseTo(0, within(1e-12));
        assertThat(one.get("balance").asDouble()).isCloseTo(100, within(1e-5));
        assertThat(json().get("groups").get(0).get("variance").asDouble()).isPositive();
        Path single = file("client,company,own\n4,3,3\n");
        List<String> whole = columns.subList(0, 6);
        assertThat(measure("balance", single, whole, "--json")).isZero();
        assertThat(json().get("groups").get(0).get("distance").asDouble())
                .isCloseTo(.234891429, within(5e-10));
        assertThat(json().get("groups").get(0).get("balance").asDouble())
                .isCloseTo(100 * (1 - .048949937 / .650115), within(1e-4));
        assertThat(measure("balance", file("client,company,own\n-1,3,3\n"), whole)).isEqualTo(1);
        assertThat(err.toString()).contains("at least 0");
        assertThat(measure("balance", file("client,company,own\n0,0,0\n"), whole)).isEqualTo(1);
        assertThat(err.toString()).contains("Line 2").contains("above 0");
    }

    /** Reference: R, compositions; method of the Competing Values Framework. */
    @Test
    void comparesCultureNowAndWanted() throws Exception {
        List<String> columns = List.of("--now", "a,b,c,d", "--wanted", "e,f,g,h");
        Path file = file("a,b,c,d,e,f,g,h\n27.5,20,25,27.5,35,25,20,20\n1,1,1,1,,,,\n");
        assertThat(measure("culture", file, columns, "--json")).isZero();
        JsonNode json = json();
        assertThat(json.propertyNames())
                .containsExactly("n", "now", "wanted", "distance", "points", "skipped");
        assertThat(json.get("n").asInt()).isEqualTo(1);
        assertThat(json.get("distance").asDouble()).isCloseTo(.5076066437, within(5e-11));
        assertThat(json.get("points").asDouble()).isCloseTo(12.5, within(1e-12));
        assertThat(json.get("now").get(0).asDouble()).isCloseTo(27.5, within(1e-12));
        assertThat(json.get("skipped").asLong()).isEqualTo(1);
        assertThat(measure("culture", file, List.of("--now", "a,b,c", "--wanted", "e,f,g,h")))
                .isEqualTo(2);
        assertThat(measure("culture", file("a,b,c,d,e,f,g,h\n1,1,1,1,0,0,0,0\n"), columns))
                .isEqualTo(1);
        assertThat(err.toString()).contains("Line 2");
    }

    @Test
    void placesItemsOfATest() throws Exception {
        var random = new SplittableRandom(3);
        var rows = new StringBuilder("a,b,c,all\n");
        for (int i = 0; i < 400; i++) {
            double able = random.nextGaussian();
            for (double easy : new double[] {1, 0, -1}) {
                rows.append(random.nextDouble() < 1 / (1 + Math.exp(-able - easy)) ? "1," : "0,");
            }
            rows.append("1\n");
        }
        List<String> four = List.of("--items", "a,b,c,all");
        assertThat(measure("items", file(rows.toString()), four, "--json")).isZero();
        JsonNode json = json();
        assertThat(json.propertyNames())
                .containsExactly("n", "kr20", "items", "logLikelihood", "skipped");
        JsonNode items = json.get("items");
        assertThat(items.get(0).propertyNames())
                .containsExactly("name", "difficulty", "discrimination", "rasch");
        assertThat(items.get(3).get("difficulty").asDouble()).isEqualTo(1);
        assertThat(items.get(3).get("discrimination").isNull()).isTrue();
        assertThat(items.get(3).get("rasch").isNull()).isTrue();
        double sum = 0;
        for (int j = 0; j < 3; j++) {
            sum += items.get(j).get("rasch").asDouble();
            assertThat(items.get(j).get("rasch").asDouble()).isCloseTo(1.0 - j, within(.4));
        }
        assertThat(sum).isCloseTo(0, within(1e-9));
        assertThat(json.get("logLikelihood").asDouble()).isNegative();
        assertThat(
                        measure(
                                "items",
                                file("a,b\n1,0\n0,1\n1,1\n"),
                                List.of("--items", "a,b"),
                                "--json"))
                .isZero();
        assertThat(json().get("logLikelihood").isNull()).isTrue();
        assertThat(measure("items", file("a,b\n1,2\n"), List.of("--items", "a,b"))).isEqualTo(1);
        assertThat(err.toString()).contains("1 for a right answer");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "rows", ".csv"), content);
    }

    private int measure(String what, Path file, List<String> columns, String... more) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Console.commands()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(
                        Stream.of(
                                        Stream.of("measure", what, file.toString()),
                                        columns.stream(),
                                        Stream.of(more))
                                .flatMap(part -> part)
                                .toArray(String[]::new));
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(out.toString());
    }
}
