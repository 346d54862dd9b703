package io.kollega.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** In Lisbon clocks went twice through 01:00 to 02:00 on 30 October 2016. */
class DoubledHoursTest {
    private static final InstantFormat FORMAT =
            InstantFormat.of("d/M/yyyy HH:mm", ZoneId.of("Europe/Lisbon"));

    @Test
    void goesByTheOrderOfARequest() {
        DoubledHours hours = new DoubledHours();
        assertThat(told(hours, "a", "01:10", "01:50", "01:50", "01:05", "01:40"))
                .containsExactly("00:10", "00:50", "00:50", "01:05", "01:40");
        assertThat(told(hours, "b", "01:30")).containsExactly("00:30");
    }

    @Test
    void refusesWhatWouldBeAThirdComing() {
        assertThat(told(new DoubledHours(), "a", "01:50", "01:20", "01:10"))
                .containsExactly("00:50", "01:20", "refused");
    }

    @Test
    void startsAnewInAnotherYear() {
        DoubledHours hours = new DoubledHours();
        Instant later = Instant.parse("2017-10-29T00:30:00Z");
        assertThat(hours.of("a", later, later.plus(Duration.ofHours(1)))).contains(later);
        assertThat(told(hours, "a", "01:10")).containsExactly("00:10");
    }

    @Test
    void knowsHoursThatComeTwice() {
        assertThat(FORMAT.again("30/10/2016 01:30"))
                .contains(Instant.parse("2016-10-30T01:30:00Z"));
        for (String once :
                List.of("30/10/2016 00:59", "30/10/2016 02:00", "27/3/2016 01:30", "x")) {
            assertThat(FORMAT.again(once)).isEmpty();
        }
        assertThat(InstantFormat.iso(null).again("2016-10-30T01:30:00+01:00")).isEmpty();
    }

    private static List<String> told(DoubledHours hours, String request, String... times) {
        List<String> told = new ArrayList<>();
        for (String time : times) {
            String cell = "30/10/2016 " + time;
            Optional<Instant> at =
                    hours.of(
                            request,
                            FORMAT.read(cell).orElseThrow(),
                            FORMAT.again(cell).orElseThrow());
            told.add(
                    at.map(it ->
                                    LocalDateTime.ofInstant(it, ZoneOffset.UTC)
                                            .toLocalTime()
                                            .toString())
                            .orElse("refused"));
        }
        return told;
    }
}
