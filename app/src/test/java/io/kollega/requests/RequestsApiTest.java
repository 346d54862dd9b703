package io.kollega.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

@KollegaTest
class RequestsApiTest {
    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired TestClock clock;
    Rest rest;

    @BeforeEach
    void connect() {
        clock.set(TestClock.START);
        rest = new Rest(mvc, cast);
    }

    @Test
    void submitsToUnitWithDeadlines() throws Exception {
        Rest.Reply created = submit("irina", "Не печатает принтер");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.location()).isEqualTo("/api/v1/requests/" + created.id());
        JsonNode request = created.json();
        assertThat(created.state()).isEqualTo("queued");
        assertThat(request.get("unit").asLong()).isEqualTo(cast.unit("it").value());
        assertThat(request.get("client").asLong()).isEqualTo(cast.id("irina").value());
        JsonNode deadlines = request.get("deadlines");
        assertThat(deadlines.get("response").get("standing").asString()).isEqualTo("running");
        assertThat(deadlines.get("response").get("leftMinutes").asLong()).isEqualTo(8 * 60);
        assertThat(deadlines.get("solution").get("leftMinutes").asLong()).isEqualTo(40 * 60);
        Rest.Reply shown = rest.get("irina", "/requests/" + created.id());
        assertThat(shown.json()).isEqualTo(request);
    }

    @Test
    void goesThroughTheWholeCourse() throws Exception {
        long id = submit("irina", "Нужен доступ").id();
        String path = "/requests/" + id;
        Rest.Reply assigned =
                rest.put("pavel", path + "/assignment", "{\"person\":" + pavel() + "}");
        assertThat(assigned.status()).as(assigned.text()).isEqualTo(200);
        assertThat(assigned.state()).isEqualTo("working");
        assertThat(assigned.json().get("specialist").asLong()).isEqualTo(pavel());

        Rest.Reply reply = rest.post("pavel", path + "/entries", "{\"text\":\"Куда доступ?\"}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(reply.json().get("happening").asString()).isEqualTo("replied");

        Rest.Reply paused =
                rest.put(
                        "pavel", path + "/pause", "{\"reason\":\"waiting-client\",\"note\":\"?\"}");
        assertThat(paused.state()).isEqualTo("paused");
        assertThat(paused.json().get("pause").asString()).isEqualTo("waiting-client");
        assertThat(paused.json().get("deadlines").get("response").get("standing").asString())
                .isEqualTo("kept");

        rest.post("irina", path + "/entries", "{\"text\":\"В общую папку\",\"internal\":false}");
        assertThat(rest.get("irina", path).state()).isEqualTo("working");

        Rest.Reply solved = rest.put("pavel", path + "/solution", "{\"text\":\"Открыл\"}");
        assertThat(solved.state()).isEqualTo("solved");
        assertThat(solved.json().get("deadlines").get("solution").get("standing").asString())
                .isEqualTo("kept");
        assertThat(rest.delete("irina", path + "/solution").state()).isEqualTo("working");
        assertThat(rest.put("pavel", path + "/solution", "{}").state()).isEqualTo("solved");
        assertThat(rest.put("irina", path + "/confirmation", "").state()).isEqualTo("closed");

        assertThat(happenings(rest.get("irina", path)))
                .containsExactly(
                        "submitted",
                        "assigned",
                        "replied",
                        "paused",
                        "replied",
                        "resumed",
                        "solved",
                        "reopened",
                        "solved",
                        "closed");
    }

    @Test
    void handsOverWithNoteThatTheClientNeverReads() throws Exception {
        long id = submit("irina", "Закупить мышь").id();
        String path = "/requests/" + id;
        Rest.Reply handed =
                rest.put(
                        "pavel",
                        path + "/handover",
                        "{\"unit\":%d,\"note\":\"Это к закупкам\"}"
                                .formatted(cast.unit("procurement").value()));
        assertThat(handed.status()).as(handed.text()).isEqualTo(200);
        assertThat(handed.json().get("unit").asLong()).isEqualTo(cast.unit("procurement").value());
        assertThat(rest.get("dmitry", path).text()).contains("Это к закупкам");
        assertThat(rest.get("pavel", path).text()).contains("Это к закупкам");
        assertThat(rest.get("irina", path).text()).doesNotContain("Это к закупкам");
        assertThat(rest.get("irina", path + "/entries").text()).doesNotContain("закупкам");
        assertThat(rest.get("vera", path).status()).isEqualTo(404);
        assertThat(rest.put("pavel", path + "/solution", "{}").status()).isEqualTo(403);
    }

    @Test
    void letsFormerSpecialistFollowWhatTheHeadGivesAway() throws Exception {
        long id = submit("irina", "Переезд принтера").id();
        String path = "/requests/" + id;
        rest.put("pavel", path + "/assignment", "{\"person\":" + pavel() + "}");
        Rest.Reply handed =
                rest.put(
                        "vera",
                        path + "/handover",
                        "{\"unit\":%d}".formatted(cast.unit("procurement").value()));
        assertThat(handed.status()).as(handed.text()).isEqualTo(200);
        for (String follower : List.of("pavel", "vera")) {
            assertThat(rest.get(follower, path).status()).as(follower).isEqualTo(200);
        }
    }

    /** A pause with words is an answer, one without says nothing. */
    @Test
    void takesPauseForAnAnswerOnlyIfItSaysSomething() throws Exception {
        String silent = "/requests/" + submit("irina", "Молча отложено").id();
        Rest.Reply paused = rest.put("pavel", silent + "/pause", "{\"reason\":\"scheduled\"}");
        assertThat(response(paused)).isEqualTo("running");
        String spoken = "/requests/" + submit("irina", "Отложено со словами").id();
        Rest.Reply told =
                rest.put(
                        "pavel",
                        spoken + "/pause",
                        "{\"reason\":\"scheduled\",\"note\":\"В среду\"}");
        assertThat(response(told)).isEqualTo("kept");
    }

    private static String response(Rest.Reply request) {
        return request.json().get("deadlines").get("response").get("standing").asString();
    }

    @Test
    void takesWordsUpToTheirLimit() throws Exception {
        String path = "/requests/" + submit("irina", "Много слов").id() + "/entries";
        String longest = "я".repeat(Course.LONGEST_TEXT);
        assertThat(rest.post("pavel", path, "{\"text\":\"" + longest + "\"}").status())
                .isEqualTo(201);
        assertThat(rest.post("pavel", path, "{\"text\":\"" + longest + "я\"}").status())
                .isEqualTo(422);
        assertThat(ask("я".repeat(200), longest).status()).isEqualTo(201);
        assertThat(ask("я".repeat(201), "").status()).isEqualTo(422);
        assertThat(ask("я", longest + "я").status()).isEqualTo(422);
    }

    private Rest.Reply ask(String subject, String body) throws Exception {
        return rest.post(
                "irina",
                "/requests",
                "{\"unit\":%d,\"kind\":\"question\",\"subject\":\"%s\",\"body\":\"%s\"}"
                        .formatted(cast.unit("it").value(), subject, body));
    }

    @Test
    void keepsInternalNotesFromTheClient() throws Exception {
        long id = submit("irina", "Медленно").id();
        String path = "/requests/" + id;
        Rest.Reply note =
                rest.post(
                        "pavel",
                        path + "/entries",
                        "{\"text\":\"Третий раз за квартал\",\"internal\":true}");
        assertThat(note.status()).isEqualTo(201);
        assertThat(note.json().get("internal").asBoolean()).isTrue();
        assertThat(rest.get("vera", path).text()).contains("Третий раз");
        assertThat(rest.get("irina", path).text()).doesNotContain("Третий раз");
        assertThat(rest.post("irina", path + "/entries", "{\"text\":\"x\",\"internal\":true}"))
                .returns(403, Rest.Reply::status);
        assertThat(rest.get("pavel", path).json().get("deadlines").get("response").get("standing"))
                .asString()
                .contains("running");
    }

    @Test
    void hidesRequestFromWhoeverHasNoPartInIt() throws Exception {
        long id = submit("irina", "Личное").id();
        for (String stranger : List.of("oleg", "dmitry", "anna", "client1")) {
            Rest.Reply reply = rest.get(stranger, "/requests/" + id);
            assertThat(reply.status()).as(stranger).isEqualTo(404);
            assertThat(reply.type()).startsWith("application/problem+json");
            assertThat(rest.get(stranger, "/requests/" + id + "/ledger").status()).isEqualTo(404);
            assertThat(rest.get(stranger, "/requests/" + id + "/deadline").status()).isEqualTo(404);
            assertThat(rest.post(stranger, "/requests/" + id + "/entries", "{\"text\":\"x\"}"))
                    .returns(404, Rest.Reply::status);
        }
        assertThat(rest.get("irina", "/requests/999999999").status()).isEqualTo(404);
    }

    @Test
    void refusesWithSentencesThatSayWhatToDo() throws Exception {
        long it = cast.unit("it").value();
        assertThat(rest.post("irina", "/requests", "{\"unit\":%d}".formatted(it)))
                .returns(422, Rest.Reply::status)
                .returns("urn:kollega:problem:invalid", Rest.Reply::problem)
                .satisfies(reply -> assertThat(reply.text()).contains("Give a subject"));
        for (String invisible :
                List.of(
                        "\u00a0", "\u200b", "\u2060", "\ufeff", "\u00ad", "\u3164", "\u2800",
                        "\u200e")) {
            assertThat(ask(invisible, "").text()).contains("Give a subject");
        }
        assertThat(rest.post("irina", "/requests", "{\"subject\":\"x\"}").text())
                .contains("either a service or a unit");
        assertThat(rest.post("irina", "/requests", "{\"unit\":987654,\"subject\":\"x\"}").text())
                .contains("no such unit");
        assertThat(
                        rest.post(
                                "irina",
                                "/requests",
                                "{\"unit\":%d,\"subject\":\"x\",\"kind\":\"wish\"}".formatted(it)))
                .returns(422, Rest.Reply::status);
        assertThat(rest.post("irina", "/requests", "{oops").status()).isEqualTo(400);
        long id = submit("irina", "Отказы").id();
        String path = "/requests/" + id;
        assertThat(rest.put("irina", path + "/assignment", "{\"person\":1}").status())
                .isEqualTo(403);
        assertThat(rest.delete("pavel", path + "/pause"))
                .returns(409, Rest.Reply::status)
                .returns("urn:kollega:problem:conflict", Rest.Reply::problem);
        assertThat(rest.put("pavel", path + "/pause", "{\"reason\":\"bored\"}").status())
                .isEqualTo(422);
        assertThat(rest.put("pavel", path + "/refusal", "{\"reason\":\"\"}").status())
                .isEqualTo(422);
        assertThat(
                        rest.put(
                                "pavel",
                                path + "/assignment",
                                "{\"person\":%d}".formatted(cast.id("dmitry").value())))
                .returns(422, Rest.Reply::status);
    }

    @Test
    void withdrawsAndDeclines() throws Exception {
        long withdrawn = submit("irina", "Уже не нужно").id();
        assertThat(rest.put("irina", "/requests/" + withdrawn + "/withdrawal", "").state())
                .isEqualTo("withdrawn");
        long declined = submit("irina", "Не к нам").id();
        assertThat(
                        rest.put(
                                        "pavel",
                                        "/requests/" + declined + "/refusal",
                                        "{\"reason\":\"Обратитесь в АХО\"}")
                                .state())
                .isEqualTo("declined");
        assertThat(rest.put("pavel", "/requests/" + declined + "/solution", "{}").status())
                .isEqualTo(409);
    }

    @Test
    void detectsConcurrentChangeByVersion() throws Exception {
        long id = submit("irina", "Гонка").id();
        rest.post("irina", "/requests/" + id + "/entries", "{\"text\":\"И ещё\"}");
        Rest.Reply late =
                rest.call(
                        "pavel",
                        HttpMethod.PUT,
                        "/requests/" + id + "/solution",
                        "{\"text\":\"Готово\"}",
                        Map.of("If-Match", "\"1\""));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("urn:kollega:problem:changed-meanwhile");
        assertThat(rest.get("irina", "/requests/" + id).state()).isEqualTo("queued");
    }

    @Test
    void sumsTheLedgerExactlyAndExplainsTheDeadline() throws Exception {
        long id = submit("irina", "Чьё время").id();
        clock.advance(java.time.Duration.ofHours(30));
        JsonNode ledger = rest.get("irina", "/requests/" + id + "/ledger").json();
        java.math.BigDecimal sum = java.math.BigDecimal.ZERO;
        for (JsonNode line : ledger.get("lines")) {
            sum = sum.add(line.get("seconds").decimalValue());
        }
        assertThat(sum).isEqualByComparingTo(ledger.get("seconds").decimalValue());
        assertThat(sum).isEqualByComparingTo("108000");
        JsonNode deadline = rest.get("irina", "/requests/" + id + "/deadline").json();
        long counted = 0;
        for (JsonNode line : deadline.get("lines")) {
            counted += line.get("countedSeconds").asLong(0);
        }
        assertThat(counted).isEqualTo(deadline.get("promisedMinutes").asLong() * 60);
    }

    @Test
    void listsQueueByWhatBreaksFirstAndPagesByCursor() throws Exception {
        String unit = Long.toString(cast.unit("procurement").value());
        for (int i = 0; i < 5; i++) {
            clock.advance(java.time.Duration.ofMinutes(1));
            rest.post(
                    "client3",
                    "/requests",
                    "{\"unit\":%s,\"kind\":\"order\",\"subject\":\"Бумага %d\"}"
                            .formatted(unit, i));
        }
        JsonNode first = rest.get("dmitry", "/requests?queue=" + unit + "&limit=2&q=бумагу").json();
        assertThat(subjects(first)).containsExactly("Бумага 0", "Бумага 1");
        JsonNode second =
                rest.get(
                                "dmitry",
                                "/requests?queue=%s&limit=2&q=бумагу&cursor=%s"
                                        .formatted(unit, first.get("next").asString()))
                        .json();
        assertThat(subjects(second)).containsExactly("Бумага 2", "Бумага 3");
        assertThat(rest.get("pavel", "/requests?queue=" + unit).status()).isEqualTo(403);
        assertThat(subjects(rest.get("client3", "/requests?state=queued&limit=2").json()))
                .containsExactly("Бумага 4", "Бумага 3");
        assertThat(subjects(rest.get("client4", "/requests").json())).isEmpty();
    }

    private Rest.Reply submit(String login, String subject) throws Exception {
        return rest.post(
                login,
                "/requests",
                "{\"unit\":%d,\"kind\":\"question\",\"subject\":\"%s\",\"body\":\"Подробно\"}"
                        .formatted(cast.unit("it").value(), subject));
    }

    private long pavel() {
        return cast.id("pavel").value();
    }

    private static List<String> happenings(Rest.Reply reply) {
        return reply.json()
                .get("entries")
                .valueStream()
                .map(entry -> entry.get("happening").asString())
                .toList();
    }

    private static List<String> subjects(JsonNode page) {
        return page.get("items").valueStream().map(item -> item.get("subject").asString()).toList();
    }
}
