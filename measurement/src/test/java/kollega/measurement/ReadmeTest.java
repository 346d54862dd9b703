package kollega.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import kollega.measurement.disclosure.Contribution;
import kollega.measurement.disclosure.PrivacyLevel;
import kollega.measurement.disclosure.Reason;
import kollega.measurement.disclosure.Verdict;
import kollega.measurement.few.NetScorePrior;
import kollega.measurement.score.DetectableChange;
import kollega.measurement.score.Difference;
import kollega.measurement.score.NetScore;
import kollega.measurement.worktime.BusinessCalendar;
import kollega.measurement.worktime.ProductionCalendar;
import org.junit.jupiter.api.Test;

/** The example of README.md is the code of this test, and prints what stands there. */
class ReadmeTest {

    @Test
    void printsWhatTheReadmeSays() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        var printed = new java.io.ByteArrayOutputStream();
        PrintStream before = System.out;
        Locale locale = Locale.getDefault();
        Locale.setDefault(Locale.ENGLISH);
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            example();
        } finally {
            System.setOut(before);
            Locale.setDefault(locale);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines(block(readme, "It prints\n\n```\n"));
    }

    @Test
    void isTheCodeOfTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String source =
                Files.readString(Path.of("src/test/java/kollega/measurement/ReadmeTest.java"));
        String code = block(readme, "```java\n");

        assertThat(code.lines()).hasSizeGreaterThan(20);
        assertThat(withoutSpaces(source)).contains(withoutSpaces(code));
    }

    private static void example() {
        // 12 promoters, 9 passives, 3 detractors: a score and what it may be
        NetScore now = NetScore.of(12, 9, 3);
        Interval interval = now.interval().times(100);
        System.out.printf(
                "%.1f, from %.1f to %.1f%n", now.points(), interval.low(), interval.high());

        // Is it better than it was? And what change could so few answers show at all?
        Difference change = Difference.of(now, NetScore.of(5, 3, 12));
        double visible = 100 * DetectableChange.USUAL.with(24);
        System.out.printf(
                "p = %.4f; changes below %.0f points can't be seen%n", change.p(), visible);

        // Three departments: the small one is drawn towards the company
        List<NetScore> units =
                List.of(NetScore.of(22, 5, 3), NetScore.of(4, 4, 12), NetScore.of(1, 0, 3));
        switch (NetScorePrior.fit(units)) {
            case Outcome.Estimated<NetScorePrior>(NetScorePrior prior) ->
                    System.out.printf("%.0f%n", 100 * prior.posterior(units.get(2)).mean());
            case Outcome.NotEnoughData<NetScorePrior>(String reason) -> System.out.println(reason);
        }

        // May a figure of 4 people be shown?
        Verdict verdict = PrivacyLevel.SCORE.threshold().judge(Contribution.oneEach(4));
        if (verdict instanceof Verdict.Withheld(Reason reason)) {
            System.out.println(reason.sentence());
        }

        // Two working hours after half past five on 30 December, in Vladivostok
        BusinessCalendar hours =
                ProductionCalendar.russian().calendar(ZoneId.of("Asia/Vladivostok"));
        System.out.println(hours.due(Instant.parse("2025-12-30T07:30:00Z"), 2 * 3600, List.of()));
    }

    private static String block(String readme, String start) {
        int from = readme.indexOf(start) + start.length();
        return readme.substring(from, readme.indexOf("```", from));
    }

    private static String withoutSpaces(String text) {
        return Pattern.compile("\\s+").matcher(text).replaceAll("");
    }
}
