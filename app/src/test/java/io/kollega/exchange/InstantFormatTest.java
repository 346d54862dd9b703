package io.kollega.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantFormatTest {
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2010-03-31T15:59:42+01:00",
                "2010-03-31 15:59:42+01:00",
                "2010-03-31T14:59:42Z",
                "2010-03-31T14:59:42.000Z",
                "2010-03-31T15:59:42+0100",
                "2010-03-31T15:59:42.000000000+01",
                "2010-03-31t14:59:42z"
            })
    void readsIsoWithOffset(String cell) {
        assertThat(InstantFormat.iso(null).read(cell))
                .contains(Instant.parse("2010-03-31T14:59:42Z"));
    }

    @Test
    void readsIsoWithoutOffsetOnlyInAKnownZone() {
        assertThat(InstantFormat.iso(null).read("2010-03-31T15:59:42")).isEmpty();
        assertThat(InstantFormat.iso(LISBON).read("2010-03-31T15:59:42"))
                .contains(Instant.parse("2010-03-31T14:59:42Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "d/M/yyyy HH:mm, 29/2/2016 01:16, 2016-02-29T01:16:00Z",
        "d/M/uuuu H:mm, 1/7/2016 9:05, 2016-07-01T08:05:00Z",
        "dd.MM.yyyy HH:mm:ss, 05.12.2016 23:59:59, 2016-12-05T23:59:59Z",
        "'''yyyy'' d MMM yyyy HH:mm', yyyy 5 Dec 2016 23:59, 2016-12-05T23:59:00Z",
        "dd/MM/yyyy HH:mm:ss, 05/12/2016 23:59:59, 2016-12-05T23:59:59Z",
        "d/M/yyyy HH:mm:ss.SSS, 5/12/2016 23:59:59.250, 2016-12-05T23:59:59.250Z",
        "d/M/yyyy HH:mm, 05/02/2016 01:16, 2016-02-05T01:16:00Z",
        "dd.MM.yyyy, 05.12.2016, 2016-12-05T00:00:00Z"
    })
    void readsPatternInItsZone(String pattern, String cell, String instant) {
        assertThat(InstantFormat.of(pattern, LISBON).read(cell)).contains(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30/2/2016 01:16",
                "29/2/2015 01:16",
                "2/29/2016 01:16",
                "?",
                "",
                "1/1/16 00:00",
                "01/01/0016 00:00"
            })
    void refusesWhatIsNoDayOfTheCalendar(String cell) {
        assertThat(InstantFormat.of("d/M/yyyy HH:mm", LISBON).read(cell)).isEmpty();
    }

    @Test
    void refusesWhatIsNoPattern() {
        assertThatThrownBy(() -> InstantFormat.of("not a pattern", LISBON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /**
     * Clocks go from 01:00 to 02:00 on 27 March, and twice through 01:00 to 02:00 on 30 October.
     */
    @Test
    void readsHoursThatASummerTimeSkipsOrRepeats() {
        InstantFormat format = InstantFormat.of("d/M/yyyy HH:mm", LISBON);
        assertThat(format.read("27/3/2016 01:30")).contains(Instant.parse("2016-03-27T01:30:00Z"));
        assertThat(format.read("30/10/2016 01:30")).contains(Instant.parse("2016-10-30T00:30:00Z"));
    }

    @Test
    void readsNanoseconds() {
        assertThat(InstantFormat.iso(null).read("2010-03-31 14:59:42.123456789Z"))
                .contains(Instant.parse("2010-03-31T14:59:42.123456789Z"));
    }
}
