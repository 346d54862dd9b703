package io.kollega.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MeasureNetScoreTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir private Path folder;

    @Test
    void measuresGroupsInOrderOfAppearance() throws IOException {
        Path file =
                write(
                        """
                        unit,wave,who,answer
                        it,1,a,10
                        hr,1,b,3
                        it,1,a,9
                        it,1,c,7
                        it,2,a,0
                        """);
        assertThat(run(file, "--score=answer", "--by=unit", "--by=wave", "--rater=who", "--json"))
                .isZero();
        JsonNode groups = JsonMapper.shared().readTree(out.toString()).get("groups");
        assertThat(groups).hasSize(3);
        JsonNode first = groups.get(0);
        assertThat(first.propertyNames())
                .containsExactly(
                        "key",
                        "n",
                        "raters",
                        "promoters",
                        "passives",
                        "detractors",
                        "score",
                        "low",
                        "high");
        assertThat(first.get("key").toString()).isEqualTo("{\"unit\":\"it\",\"wave\":\"1\"}");
        assertThat(first.get("n").intValue()).isEqualTo(3);
        assertThat(first.get("raters").intValue()).isEqualTo(2);
        assertThat(first.get("promoters").intValue()).isEqualTo(2);
        assertThat(first.get("passives").intValue()).isEqualTo(1);
        assertThat(first.get("detractors").intValue()).isZero();
        assertThat(first.get("score").doubleValue()).isCloseTo(200 / 3.0, within(1e-12));
        assertThat(groups.get(1).get("key").get("unit").stringValue()).isEqualTo("hr");
        assertThat(groups.get(2).get("key").get("wave").stringValue()).isEqualTo("2");
    }

    @Test
    void givesTangosIntervalInPoints() throws IOException {
        StringBuilder rows = new StringBuilder("answer\n");
        for (int answer : new int[] {10, 9, 9, 10, 9, 7, 8, 7, 0, 6}) {
            rows.append(answer).append('\n');
        }
        assertThat(run(write(rows.toString()), "--score=answer", "--json")).isZero();
        JsonNode all = JsonMapper.shared().readTree(out.toString()).get("groups").get(0);
        assertThat(all.get("key").isEmpty()).isTrue();
        assertThat(all.get("raters").isNull()).isTrue();
        assertThat(all.get("score").doubleValue()).isCloseTo(30, within(1e-12));
        assertThat(all.get("low").doubleValue()).isCloseTo(-21.65921975, within(1e-6));
        assertThat(all.get("high").doubleValue()).isCloseTo(67.52778880, within(1e-6));
    }

    @Test
    void tellsPeopleInWords() throws IOException {
        Path file = write("who;answer\na;10\nb;9\na;7\n");
        assertThat(run(file, "--score=answer", "--rater=who")).isZero();
        assertThat(out.toString())
                .isEqualToNormalizingNewlines(
                        "all: NPS +67, 95 % interval -27 to +94, from 3 answers by 2 raters\n");
    }

    @Test
    void refusesAnswersOffTheScaleWithTheirLine() throws IOException {
        Path file = write("who,answer\na,10\nb,11\na,\nc,7.5\n,7\n");
        assertThat(run(file, "--score=answer", "--rater=who", "--refuse-incomplete", "--json"))
                .isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .containsExactly(
                        "Line 3, column \"answer\", value \"11\": a whole number from 0 to 10 is"
                                + " expected",
                        "Line 4, column \"answer\", value \"\": the cell is empty, and complete rows"
                                + " were asked for; fill it in, or do without --refuse-incomplete",
                        "Line 5, column \"answer\", value \"7.5\": a whole number from 0 to 10 is"
                                + " expected",
                        "Line 6, column \"who\", value \"\": the cell is empty, and complete rows"
                                + " were asked for; fill it in, or do without --refuse-incomplete");
    }

    @Test
    void leavesIncompleteRowsOutAndSaysSo() throws IOException {
        Path file = write("who,answer\na,10.0\na,\n,7\nb,NA\n");
        assertThat(run(file, "--score=answer", "--rater=who")).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "all: NPS +100, 95 % interval -59 to +100, from 1 answer by 1 rater",
                        "3 incomplete rows were left out.");
        out.getBuffer().setLength(0);
        assertThat(run(file, "--score=answer", "--json")).isZero();
        JsonNode json = JsonMapper.shared().readTree(out.toString());
        assertThat(json.get("groups").get(0).get("n").asLong()).isEqualTo(2);
        assertThat(json.get("skipped").asLong()).isEqualTo(2);
    }

    @Test
    void refusesFileWithoutAnyAnswer() throws IOException {
        assertThat(run(write("who,answer\na,\nb,\n"), "--score=answer")).isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo("No row has an answer: all 2 of them were left out.");
    }

    @Test
    void refusesColumnThatIsNotThere() throws IOException {
        assertThat(run(write("who,answer\na,10\n"), "--score=nps")).isEqualTo(1);
        assertThat(err.toString())
                .contains("column \"nps\": there is no such column; the file has: who, answer");
    }

    @Test
    void refusesFileWithoutRowsAndNoFileAtAll() throws IOException {
        assertThat(run(write("answer\n"), "--score=answer")).isEqualTo(1);
        assertThat(err.toString()).contains("the file is empty");
        assertThat(run(folder.resolve("none.csv"), "--score=answer")).isEqualTo(1);
        assertThat(err.toString()).contains("none.csv can't be read: check its name and rights.");
    }

    @Test
    void saysHowItIsUsedWhenTheScoreIsNotNamed() throws IOException {
        assertThat(run(write("answer\n1\n"), "--json")).isEqualTo(2);
        assertThat(err.toString()).contains("--score=COLUMN");
    }

    private int run(Path file, String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "measure";
        arguments[1] = "net-score";
        arguments[2] = file.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return Console.commands()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("answers.csv"), text);
    }
}
