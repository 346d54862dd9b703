package io.kollega.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
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

    /** Clocks go from 01:00 to 02:00 on 27 March: what lies between was on none of them. */
    @ParameterizedTest
    @CsvSource({
        "27/3/2016 00:59, 2016-03-27T00:59:00Z, false",
        "27/3/2016 01:00, , true",
        "27/3/2016 01:30, , true",
        "27/3/2016 01:59, , true",
        "27/3/2016 02:00, 2016-03-27T01:00:00Z, false",
        "nonsense, , false"
    })
    void refusesTimesThatASummerTimeSkips(String cell, Instant instant, boolean skipped) {
        InstantFormat format = InstantFormat.of("d/M/yyyy HH:mm", LISBON);
        assertThat(format.read(cell)).isEqualTo(Optional.ofNullable(instant));
        assertThat(format.skipped(cell)).isEqualTo(skipped);
    }

    @Test
    void refusesTimesThatASummerTimeSkipsInIsoButNoneWithAnOffset() {
        assertThat(InstantFormat.iso(LISBON).read("2016-03-27T01:30:00")).isEmpty();
        assertThat(InstantFormat.iso(LISBON).skipped("2016-03-27T01:30:00")).isTrue();
        assertThat(InstantFormat.iso(LISBON).read("2016-03-27T01:30:00Z"))
                .contains(Instant.parse("2016-03-27T01:30:00Z"));
        assertThat(InstantFormat.iso(LISBON).skipped("2016-03-27T01:30:00Z")).isFalse();
        assertThat(InstantFormat.iso(null).skipped("2016-03-27T01:30:00")).isFalse();
    }

    @Test
    void refusesSkippedTimesOfAZoneInTheCellAndGoesByAnOffsetBesideIt() {
        InstantFormat zoned = InstantFormat.of("d/M/yyyy HH:mm VV", null);
        assertThat(zoned.read("27/3/2016 01:30 Europe/Lisbon")).isEmpty();
        assertThat(zoned.skipped("27/3/2016 01:30 Europe/Lisbon")).isTrue();
        assertThat(zoned.read("27/3/2016 02:00 Europe/Lisbon"))
                .contains(Instant.parse("2016-03-27T01:00:00Z"));
        assertThat(
                        InstantFormat.of("d/M/yyyy HH:mm XXX VV", null)
                                .read("30/10/2016 01:30 +00:00 Europe/Lisbon"))
                .contains(Instant.parse("2016-10-30T01:30:00Z"));
    }

    /** A day whose midnight clocks skipped begins an hour later. */
    @Test
    void readsADayWithoutMidnightFromItsFirstMoment() {
        InstantFormat format = InstantFormat.of("d/M/yyyy", ZoneId.of("Asia/Beirut"));
        assertThat(format.read("27/3/2022")).contains(Instant.parse("2022-03-26T22:00:00Z"));
    }

    /** Clocks go twice through 01:00 to 02:00 on 30 October. */
    @Test
    void takesAnHourThatComesTwiceForTheFirst() {
        assertThat(InstantFormat.of("d/M/yyyy HH:mm", LISBON).read("30/10/2016 01:30"))
                .contains(Instant.parse("2016-10-30T00:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "d/M/yyyy hh:mm, exchange.mapping.half-day",
        "d/M/yyyy KK:mm, exchange.mapping.half-day",
        "d/M/yyyy 'at' hh:mm, exchange.mapping.half-day",
        "d/M/yyyy hh:mm a,",
        "d/M/yyyy HH:mm,",
        "d/M/yyyy kk:mm,",
        "d/M/yyyy 'h' HH:mm,",
        "d/M/yy HH:mm, exchange.mapping.short-year",
        "uu-MM-dd HH:mm, exchange.mapping.short-year",
        "y-MM-dd HH:mm,"
    })
    void tellsWhatAPatternLeavesToAGuess(String pattern, String guess) {
        assertThat(InstantFormat.guess(pattern)).isEqualTo(Optional.ofNullable(guess));
    }

    @Test
    void readsHalvesOfADay() {
        InstantFormat format = InstantFormat.of("d/M/yyyy hh:mm a", LISBON);
        assertThat(format.read("5/3/2024 12:15 am"))
                .contains(Instant.parse("2024-03-05T00:15:00Z"));
        assertThat(format.read("5/3/2024 08:15 PM"))
                .contains(Instant.parse("2024-03-05T20:15:00Z"));
    }

    /** A part of a time is never taken for a whole day. */
    @ParameterizedTest
    @CsvSource({"d/M/yyyy hh:mm, 5/3/2024 08:15", "d/M/yyyy mm, 5/3/2024 15"})
    void refusesAPartOfATime(String pattern, String cell) {
        assertThat(InstantFormat.of(pattern, LISBON).read(cell)).isEmpty();
    }

    @Test
    void readsADayWhereTheTimeMayBeLeftOut() {
        InstantFormat format = InstantFormat.of("d/M/yyyy[ HH:mm]", LISBON);
        assertThat(format.read("5/3/2024")).contains(Instant.parse("2024-03-05T00:00:00Z"));
        assertThat(format.read("5/3/2024 08:15")).contains(Instant.parse("2024-03-05T08:15:00Z"));
    }

    @Test
    void readsNanoseconds() {
        assertThat(InstantFormat.iso(null).read("2010-03-31 14:59:42.123456789Z"))
                .contains(Instant.parse("2010-03-31T14:59:42.123456789Z"));
    }
}
