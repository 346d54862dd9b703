package io.kollega.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.kollega.Browser;
import io.kollega.Cast;
import io.kollega.KollegaTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kollega.measurement.worktime.LocalInterval;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Each test adds a calendar of its own, and gives units back what they had. */
@KollegaTest
class CalendarPagesTest {
    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired WorkCalendars calendars;
    @Autowired JdbcClient jdbc;

    @Test
    void warnsThatComingYearIsUnknown() throws Exception {
        Document page = Browser.of("adam", mvc).page("/calendars");
        assertThat(page.select(".remark").text()).contains("2027");
        assertThat(page.select("main").text()).contains("пн–пт 9:00–13:00, 14:00–18:00", "Москва");
    }

    @Test
    void addsCalendarAndGivesItToUnitAndThoseBelow() throws Exception {
        Browser adam = Browser.of("adam", mvc);
        adam.send("/calendars", form("pages-ural", "Asia/Yekaterinburg", "8-12, 13-17"))
                .andExpect(status().is3xxRedirection());
        String unit = String.valueOf(cast.unit("company").value());
        adam.send("/calendars/pages-ural/units", "unit", unit);
        assertThat(calendars.of(cast.unit("logistics")).code()).isEqualTo("pages-ural");
        assertThat(adam.page("/calendars/pages-ural").select("#units + p ~ ul").text())
                .contains("Компания");
        adam.send("/calendars/pages-ural/units/" + unit + "/removal");
        assertThat(calendars.of(cast.unit("logistics")).code()).isEqualTo("ru");
    }

    @Test
    void editsHoursAndExceptionsByDate() throws Exception {
        Browser adam = Browser.of("adam", mvc);
        adam.send("/calendars", form("pages-edit", "Europe/Moscow", "9-18"));
        CalendarId first = named("pages-edit").id();
        adam.send("/calendars/pages-edit", form("", "Europe/Moscow", "10:00-19:30"));
        adam.send("/calendars/pages-edit/exceptions", "date", "2026-07-15", "hours", "");
        adam.send("/calendars/pages-edit/exceptions", "date", "2026-07-18", "hours", "10-14");
        assertThat(named("pages-edit").hours().intervals(LocalDate.of(2026, 7, 14)))
                .containsExactly(LocalInterval.of("10:00", "19:30"));
        assertThat(named("pages-edit").hours().intervals(LocalDate.of(2026, 7, 15))).isEmpty();
        assertThat(named("pages-edit").hours().intervals(LocalDate.of(2026, 7, 18)))
                .containsExactly(LocalInterval.of("10:00", "14:00"));
        adam.send("/calendars/pages-edit/exceptions/2026-07-15/removal");
        assertThat(named("pages-edit").hours().intervals(LocalDate.of(2026, 7, 15))).hasSize(1);
        assertThat(calendars.version(first).hours().intervals(LocalDate.of(2026, 7, 14)))
                .containsExactly(LocalInterval.of("09:00", "18:00"));
    }

    @Test
    void keepsWhatWasTypedWhenRefused() throws Exception {
        Document page =
                Jsoup.parse(
                        Browser.of("adam", mvc)
                                .send("/calendars", form("pages-bad", "Mars/Olympus", "18-9"))
                                .andExpect(status().isUnprocessableContent())
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        assertThat(page.select("#zone").val()).isEqualTo("Mars/Olympus");
        assertThat(page.select("#day-3").val()).isEqualTo("18-9");
        assertThat(page.select(".problem")).hasSize(6);
    }

    @Test
    void takesHolidaysOfComingYearAndRevisesWhatFollowsThem() throws Exception {
        Browser adam = Browser.of("adam", mvc);
        CalendarId before = named("ru").id();
        adam.send("/holidays/2027", "days", "2027-01-01 off\n2027-02-22 отпуск")
                .andExpect(status().isUnprocessableContent());
        adam.send(
                        "/holidays/2027",
                        "days",
                        "2027-01-01 off\n2027-02-20 working\n2027-03-05 shortened")
                .andExpect(status().is3xxRedirection());
        try {
            assertThat(named("ru").hours().intervals(LocalDate.of(2027, 2, 20))).hasSize(2);
            assertThat(named("ru").hours().intervals(LocalDate.of(2027, 3, 5)).getLast())
                    .isEqualTo(LocalInterval.of("14:00", "17:00"));
            assertThat(calendars.version(before).hours().intervals(LocalDate.of(2027, 2, 20)))
                    .isEmpty();
            assertThat(adam.page("/calendars").select(".remark")).isEmpty();
            assertThat(adam.page("/holidays/2026").select("main").text())
                    .contains("247 рабочих дней", "972 ч");
        } finally {
            jdbc.sql(
                            "delete from worktime.calendar_version where id > :id and holidays is not null")
                    .param("id", before.value())
                    .update();
            jdbc.sql(
                            """
                            delete from worktime.holiday_list
                            where id not in (select holidays from worktime.calendar_version
                                             where holidays is not null)
                            """)
                    .update();
        }
    }

    @Test
    void leavesCalendarsToAdministrators() throws Exception {
        Browser.of("vera", mvc).open("/calendars").andExpect(status().isForbidden());
        Browser.of("adam", mvc).open("/calendars/nowhere").andExpect(status().isNotFound());
    }

    private WorkCalendar named(String code) {
        return calendars.named(code).orElseThrow();
    }

    private static String[] form(String code, String zone, String hours) {
        List<String> fields =
                new ArrayList<>(List.of("code", code, "name", "Проверка", "zone", zone));
        for (int day = 1; day <= 5; day++) {
            fields.addAll(List.of("day-" + day, hours));
        }
        return fields.toArray(String[]::new);
    }
}
