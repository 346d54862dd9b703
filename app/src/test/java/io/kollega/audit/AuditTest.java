package io.kollega.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@KollegaTest
class AuditTest {
    @Autowired Audit audit;
    @Autowired Trail trail;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;
    @Autowired MockMvc mvc;
    @Autowired TestClock clock;

    @Test
    void keepsEveryLineAsItIs() {
        audit.record(0, "kept.tested", "test:kept", Map.of("n", 1));
        for (String change :
                List.of(
                        "update audit.line set actor = 1 where subject = 'test:kept'",
                        "delete from audit.line where subject = 'test:kept'",
                        "truncate audit.line")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("append-only");
        }
        assertThat(lines(filter("test:kept"))).hasSize(1);
    }

    @Test
    void vanishesWithTheDeedThatFailed() {
        transactions.executeWithoutResult(status -> {
            audit.record(0, "vanish.tested", "test:vanish", Map.of());
            status.setRollbackOnly();
        });
        assertThat(lines(filter("test:vanish"))).isEmpty();
    }

    @Test
    void findsByActorDeedSubjectAndDay() {
        long irina = cast.id("irina").value();
        audit.record(irina, "found.first", "test:found", Map.of("a", "b"));
        audit.record(0, "found.second", "test:found", Map.of());
        assertThat(lines(filter("test:found")))
                .extracting(AuditLine::deed)
                .containsExactly("found.second", "found.first");
        assertThat(lines(new AuditFilter("irina", "", "test:found", null, null)))
                .extracting(AuditLine::words)
                .containsExactly("a: b");
        assertThat(lines(new AuditFilter("", "found.s", "test:found", null, null))).hasSize(1);
        assertThat(lines(new AuditFilter("Мельник", "", "test:found", null, null))).isEmpty();
        audit.record(cast.id("anna").value(), "found.third", "request:987654321", Map.of());
        assertThat(lines(new AuditFilter("Мельник", "", "987654321", null, null)))
                .extracting(AuditLine::deed)
                .containsExactly("found.third");
        LocalDate day = LocalDate.of(2000, 1, 1);
        assertThat(lines(new AuditFilter("", "", "test:found", null, day))).isEmpty();
        assertThat(lines(new AuditFilter("", "", "test:found", day, null))).hasSize(2);
        assertThat(lines(new AuditFilter("nobody-known", "", "test:found", null, null))).isEmpty();
    }

    @Test
    void findsDeedsByHowTheyBeginWhoeverDidThem() {
        long irina = cast.id("irina").value();
        audit.record(irina, "begun.first", "test:begun-1", Map.of());
        audit.record(0, "begun.second", "test:begun-2", Map.of());
        audit.record(irina, "begun.first", "test:begun-3", Map.of());
        audit.record(irina, "begotten", "test:begun-4", Map.of());
        assertThat(subjects(new AuditFilter("", "begun.", "", null, null), 10))
                .containsExactly("test:begun-3", "test:begun-2", "test:begun-1");
        assertThat(subjects(new AuditFilter("", "begun.", "", null, null), 2))
                .containsExactly("test:begun-3", "test:begun-2");
        assertThat(subjects(new AuditFilter("irina", "begun.", "", null, null), 10))
                .containsExactly("test:begun-3", "test:begun-1");
        assertThat(subjects(new AuditFilter("", "begun%", "", null, null), 10)).isEmpty();
        assertThat(subjects(new AuditFilter("", "begun.zzz", "", null, null), 10)).isEmpty();
    }

    @Test
    void findsTheLinesOfSomeDaysByWhatElseIsAskedFor() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        audit.record(0, "days.first", "test:days-1", Map.of());
        audit.record(cast.id("irina").value(), "days.second", "test:days-2", Map.of());
        assertThat(subjects(new AuditFilter("", "days.", "", today, today), 10))
                .containsExactly("test:days-2", "test:days-1");
        assertThat(subjects(new AuditFilter("irina", "days.", "", today, today), 10))
                .containsExactly("test:days-2");
        assertThat(subjects(new AuditFilter("", "", "", today, today), 1)).hasSize(1);
        assertThat(subjects(new AuditFilter("", "days.", "", today.minusYears(1), today), 10))
                .hasSize(2);
        assertThat(
                        subjects(
                                new AuditFilter(
                                        "", "days.", "", today.minusDays(9), today.minusDays(1)),
                                10))
                .isEmpty();
    }

    @Test
    void findsLinesOfOneWhoDidMuchElse() {
        long pavel = cast.id("pavel").value();
        for (int i = 0; i < 5; i++) {
            audit.record(pavel, "much.done", "test:much-" + i, Map.of());
            audit.record(0, "much.done", "test:other-" + i, Map.of());
        }
        assertThat(subjects(new AuditFilter("pavel", "", "", null, null), 3))
                .containsExactly("test:much-4", "test:much-3", "test:much-2");
    }

    @Test
    void turnsPages() {
        for (int i = 0; i < 5; i++) {
            audit.record(0, "page.tested", "test:page", Map.of("i", i));
        }
        List<AuditLine> first = trail.lines(filter("test:page"), ZoneOffset.UTC, null, 2);
        List<AuditLine> second =
                trail.lines(filter("test:page"), ZoneOffset.UTC, first.getLast().id(), 10);
        assertThat(first).hasSize(2);
        assertThat(second).hasSize(3);
        assertThat(second).extracting(AuditLine::words).containsExactly("i: 2", "i: 1", "i: 0");
    }

    @Test
    void isReadByAuditorsAndAdministratorsOnly() throws Exception {
        mvc.perform(get("/administration/audit").header("Authorization", cast.bearer("vera")))
                .andExpect(status().isForbidden());
        mvc.perform(get("/administration/audit").header("Authorization", cast.bearer("adam")))
                .andExpect(status().isOk());
        mvc.perform(get("/administration/audit").header("Authorization", cast.bearer("rita")))
                .andExpect(status().isOk());
    }

    @Test
    void tellsInWordsWhatWasDone() throws Exception {
        audit.record(
                cast.id("adam").value(),
                "roles.granted",
                "person:" + cast.id("irina").value(),
                Map.of());
        mvc.perform(
                        get("/administration/audit?deed=roles.granted")
                                .header("Authorization", cast.bearer("rita")))
                .andExpect(result ->
                        assertThat(result.getResponse().getContentAsString())
                                .contains(">роли назначены<")
                                .contains(">Ирина Котова<"));
    }

    @Test
    void namesPeopleUnitsAndDaysInTheDetails() throws Exception {
        audit.record(
                0, "detail.tested", "test:detail", Map.of("specialist", cast.id("pavel").value()));
        audit.record(0, "detail.tested", "test:detail", Map.of("from", "2026-03-02"));
        audit.record(
                0,
                "detail.tested",
                "test:detail",
                Map.of("from", cast.unit("it").value(), "to", cast.unit("logistics").value()));
        mvc.perform(
                        get("/administration/audit?subject=test:detail")
                                .header("Authorization", cast.bearer("rita")))
                .andExpect(result ->
                        assertThat(result.getResponse().getContentAsString())
                                .containsPattern(">специалист: Павел [^<0-9]+<")
                                .contains(">с: 2 мар. 2026")
                                .containsPattern(">откуда: [^<0-9]+, куда: [^<0-9]+<"));
    }

    @Test
    void marksWhatIsNoDay() throws Exception {
        for (String day : List.of("soon", "+999999999-12-31", "-9999-01-01")) {
            mvc.perform(
                            get("/administration/audit")
                                    .param("from", day)
                                    .header("Authorization", cast.bearer("rita")))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(result ->
                            assertThat(result.getResponse().getContentAsString())
                                    .contains("Нужна дата"));
        }
    }

    @Test
    void leavesAsFile() throws Exception {
        audit.record(cast.id("irina").value(), "file.tested", "test:file", Map.of("x", 1));
        mvc.perform(
                        get("/administration/audit.csv?subject=test:file")
                                .header("Authorization", cast.bearer("rita")))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("text/csv"))
                .andExpect(result ->
                        assertThat(result.getResponse().getContentAsString())
                                .contains("Ирина Котова,file.tested,test:file,x: 1"));
    }

    private List<AuditLine> lines(AuditFilter filter) {
        return trail.lines(filter, ZoneOffset.UTC, null, 100);
    }

    private static AuditFilter filter(String subject) {
        return new AuditFilter("", "", subject, null, null);
    }

    private List<String> subjects(AuditFilter filter, int limit) {
        return trail.lines(filter, ZoneOffset.UTC, null, limit).stream()
                .map(AuditLine::subject)
                .toList();
    }
}
