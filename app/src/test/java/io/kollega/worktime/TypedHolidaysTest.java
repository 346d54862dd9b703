package io.kollega.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.worktime.TypedHolidays.Read;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kollega.measurement.worktime.DayKind;
import kollega.measurement.worktime.ProductionCalendar;
import org.junit.jupiter.api.Test;

class TypedHolidaysTest {
    private static final Read OF_2027 =
            new Read.Days(
                    new TreeMap<>(
                            Map.of(
                                    LocalDate.of(2027, 1, 1), DayKind.OFF,
                                    LocalDate.of(2027, 2, 20), DayKind.WORKING,
                                    LocalDate.of(2027, 3, 5), DayKind.SHORTENED)));

    @Test
    void readsBackWhatItWrites() {
        Map<LocalDate, DayKind> days = new TreeMap<>(ProductionCalendar.russian().days());
        days.keySet().removeIf(date -> date.getYear() != 2024);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.of("ru"))) {
            assertThat(TypedHolidays.parse(2024, TypedHolidays.typed(days, locale)))
                    .isEqualTo(new Read.Days(new TreeMap<>(days)));
        }
    }

    @Test
    void readsWhatPeopleType() {
        assertThat(
                        TypedHolidays.parse(
                                2027,
                                "1.1.2027 Выходной\n\n05.03.2027; сокращенный\n2027-02-20, рабочий"))
                .isEqualTo(OF_2027);
    }

    @Test
    void readsPublishedXml() {
        assertThat(
                        TypedHolidays.parse(
                                2027,
                                """
                                <?xml version="1.0"?>
                                <calendar year="2027" lang="ru"><days>
                                <day d="01.01" t="1" h="1"/><day d="02.20" t="3"/>
                                <day d="03.05" t="2"/></days></calendar>
                                """))
                .isEqualTo(OF_2027);
    }

    @Test
    void fetchesAndUnfoldsNothingForXml() {
        for (String declared : List.of("SYSTEM 'file:///etc/hostname'", "'1'")) {
            assertThat(
                            TypedHolidays.parse(
                                    2027,
                                    """
                                    <!DOCTYPE calendar [<!ENTITY one %s>]>
                                    <calendar year="2027"><day d="01.01" t="1">&one;</day></calendar>
                                    """
                                            .formatted(declared)))
                    .isInstanceOf(Read.Wrong.class);
        }
    }

    @Test
    void refusesOtherYearsAndOtherWords() {
        assertThat(TypedHolidays.parse(2027, "2026-01-01 off"))
                .isEqualTo(new Read.Wrong("2026-01-01 off"));
        assertThat(TypedHolidays.parse(2027, "2027-02-30 off")).isInstanceOf(Read.Wrong.class);
        assertThat(TypedHolidays.parse(2027, "2027-01-01 free")).isInstanceOf(Read.Wrong.class);
        assertThat(TypedHolidays.parse(2027, "<calendar year=\"2026\"/>"))
                .isInstanceOf(Read.Wrong.class);
        assertThat(TypedHolidays.parse(2027, "<calendar year='2027'><day d='13.01' t='1'/>"))
                .isInstanceOf(Read.Wrong.class);
        assertThat(TypedHolidays.parse(2027, "")).isInstanceOf(Read.Wrong.class);
    }
}
