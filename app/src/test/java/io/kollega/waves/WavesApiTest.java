package io.kollega.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import io.kollega.Cast;
import io.kollega.Described;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.access.Accounts;
import io.kollega.access.NewAccount;
import io.kollega.access.Role;
import io.kollega.access.TokenScope;
import io.kollega.access.TokenTerms;
import io.kollega.database.DataFolder;
import io.kollega.organization.Name;
import io.kollega.organization.NewPerson;
import io.kollega.organization.NewUnit;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.surveys.CampaignId;
import io.kollega.surveys.Campaigns;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Campaigns from the draft to the results, as programs go through them. */
@KollegaTest
class WavesApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Described DESCRIBED = Described.kept();
    private static final String INSTRUMENT =
            """
            {"code":"pulse","languages":["ru","en"],"title":{"ru":"Пульс","en":"Pulse"},
             "sections":[{"code":"main","title":{"ru":"Главное","en":"Main"},"questions":[
              {"code":"nps","kind":"score","text":{"ru":"Посоветуете?","en":"Recommend?"},
               "required":true},
              {"code":"why","kind":"text","text":{"ru":"Почему?","en":"Why?"},"when":"nps <= 6"},
              {"code":"grid","kind":"agreement","text":{"ru":"Согласны?","en":"Agree?"},
               "rows":[{"code":"fast","text":{"ru":"Быстро","en":"Fast"}},
                       {"code":"kind","text":{"ru":"Вежливо","en":"Kind"}}]},
              {"code":"slow","kind":"agreement","reversed":true,
               "text":{"ru":"Медленно","en":"Slow"}}]}]}
            """;

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Campaigns campaigns;
    @Autowired DataFolder data;

    private final Map<String, String> bearers = new ConcurrentHashMap<>();
    private final UnitId top;
    private final UnitId few;
    private final List<String> many = new ArrayList<>();

    WavesApiTest(@Autowired Organization organization, @Autowired Accounts accounts) {
        Map<String, UnitId> units =
                organization.bringUnits(
                        List.of(
                                unit("waves", null),
                                unit("waves-many", "waves"),
                                unit("waves-more", "waves"),
                                unit("waves-few", "waves")));
        top = Objects.requireNonNull(units.get("waves"));
        few = Objects.requireNonNull(units.get("waves-few"));
        List<NewPerson> people = new ArrayList<>();
        people.addAll(people("waves-many", 8));
        people.addAll(people("waves-more", 9));
        people.addAll(people("waves-few", 3));
        Map<String, PersonId> ids = organization.bringPeople(people);
        accounts.open(
                people.stream()
                        .map(person ->
                                new NewAccount(
                                        Objects.requireNonNull(ids.get(person.code())),
                                        person.code(),
                                        null,
                                        Set.of(Role.EMPLOYEE)))
                        .toList());
        ids.forEach((code, id) ->
                bearers.put(
                        code,
                        "Bearer "
                                + accounts.issueToken(
                                        id, new TokenTerms("test", TokenScope.ADMINISTER, null))));
        people.forEach(person -> many.add(person.code()));
    }

    private static NewUnit unit(String code, @Nullable String parent) {
        return new NewUnit(code, new Name(code, null), parent, LocalDate.of(2024, 1, 1));
    }

    private static List<NewPerson> people(String unit, int count) {
        List<NewPerson> people = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            people.add(
                    new NewPerson(
                            unit + i,
                            "Имя",
                            unit + i,
                            null,
                            unit,
                            false,
                            LocalDate.of(2024, 1, 1)));
        }
        return people;
    }

    @BeforeEach
    void knowTheAnalyst() {
        bearers.computeIfAbsent("anna", cast::bearer);
        bearers.computeIfAbsent("irina", cast::bearer);
    }

    private record Reply(int status, JsonNode json) {}

    private Reply call(@Nullable String who, String method, String path, @Nullable String body)
            throws Exception {
        MockHttpServletRequestBuilder call = request(HttpMethod.valueOf(method), "/api/v1" + path);
        if (who != null) {
            call.header("Authorization", Objects.requireNonNull(bearers.get(who)));
        }
        if (body != null) {
            call.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return reply(call);
    }

    private Reply reply(MockHttpServletRequestBuilder call) throws Exception {
        MvcResult result = mvc.perform(call).andReturn();
        DESCRIBED.assertHolds(result);
        String text = result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        return new Reply(
                result.getResponse().getStatus(),
                text.isEmpty() ? JSON.nullNode() : JSON.readTree(text));
    }

    private long launched(String instrument, String mode) throws Exception {
        Reply survey = call("anna", "POST", "/surveys", instrument);
        assertThat(survey.status()).as(survey.json().toString()).isEqualTo(201);
        Reply draft =
                call(
                        "anna",
                        "POST",
                        "/campaigns",
                        """
                        {"survey":%d,"mode":"%s","audience":{"units":[%d]},"closes":"%s"}
                        """
                                .formatted(
                                        survey.json().get("id").asLong(),
                                        mode,
                                        top.value(),
                                        clock.instant().plus(Duration.ofDays(7))));
        assertThat(draft.status()).as(draft.json().toString()).isEqualTo(201);
        assertThat(draft.json().get("state").asString()).isEqualTo("draft");
        long id = draft.json().get("id").asLong();
        assertThat(call("anna", "PUT", "/campaigns/" + id + "/launch", "{}").status())
                .isEqualTo(200);
        return id;
    }

    private record Credential(String key, String message, String signature) {
        String answering(String answers) {
            return """
            {"key":"%s","message":"%s","signature":"%s","answers":%s}
            """
                    .formatted(key, message, signature, answers);
        }
    }

    private Credential credential(String who, long campaign) throws Exception {
        JsonNode document = call(who, "GET", "/campaigns/" + campaign, null).json();
        String key = document.get("key").asString();
        Asked asked = null;
        for (JsonNode each : document.get("keys")) {
            if (each.get("id").asString().equals(key)) {
                assertThat(each.get("shared").asInt()).isGreaterThanOrEqualTo(7);
                asked = new Asked(each);
            }
        }
        Objects.requireNonNull(asked);
        Reply signed =
                call(
                        who,
                        "POST",
                        "/campaigns/" + campaign + "/credential",
                        "{\"blinded\":\"%s\"}".formatted(asked.blinded()));
        assertThat(signed.status()).as(signed.json().toString()).isEqualTo(201);
        assertThat(signed.json().get("key").asString()).isEqualTo(key);
        return new Credential(
                key, asked.message(), asked.signature(signed.json().get("signature").asString()));
    }

    private static String answers(int score, int fast, Object kind, int slow) {
        return """
        {"nps":%d,"grid":{"fast":%d,"kind":%s},"slow":%d}
        """
                .formatted(score, fast, kind, slow);
    }

    @Test
    void takesAnonymousAnswersOnceAndPublishesWhatMayBeShown() throws Exception {
        long id = launched(INSTRUMENT, "anonymous");
        String receipt = "";
        List<String> spent = new ArrayList<>();
        for (int i = 0; i < many.size(); i++) {
            Credential credential = credential(many.get(i), id);
            String body =
                    credential.answering(
                            answers(
                                    i % 11,
                                    1 + i % 5,
                                    i == 0 ? "\"cant-judge\"" : 1 + i % 4,
                                    1 + i % 3));
            Reply taken = call(null, "POST", "/answers/" + id, body);
            assertThat(taken.status()).as(taken.json().toString()).isEqualTo(201);
            receipt = taken.json().get("receipt").asString();
            spent.add(sha256(credential.message()));
            assertThat(call(null, "POST", "/answers/" + id, body).status()).isEqualTo(409);
            assertThat(
                            call(
                                            many.get(i),
                                            "POST",
                                            "/campaigns/" + id + "/credential",
                                            "{\"blinded\":\"AA\"}")
                                    .status())
                    .isEqualTo(409);
        }
        assertThat(call("anna", "GET", "/campaigns/" + id + "/results", null).status())
                .isEqualTo(409);
        // The last one, i = 19, is replaced: 10 instead of 8.
        assertThat(
                        call(
                                        null,
                                        "PUT",
                                        "/answers/" + id + "/" + receipt,
                                        "{\"answers\":" + answers(10, 5, 4, 2) + "}")
                                .status())
                .isEqualTo(200);
        Reply closed = call("anna", "PUT", "/campaigns/" + id + "/closing", "{}");
        assertThat(closed.json().get("state").asString()).isEqualTo("closed");
        assertThat(closed.json().get("participation").get("answered").asInt()).isEqualTo(20);

        List<String> listed = new ArrayList<>();
        call("waves-few1", "GET", "/campaigns/" + id + "/spent", null)
                .json()
                .get("hashes")
                .forEach(hash -> listed.add(hash.asString()));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(spent).isSorted();
        assertThat(call("irina", "GET", "/campaigns/" + id + "/spent", null).status())
                .isEqualTo(404);

        JsonNode figures = figures(id, "");
        // 0..10 once each, 0..7 again, then 8 and the replaced 10.
        JsonNode nps = figure(figures, "nps", "nps", null, null);
        assertThat(nps.get("n").asInt()).isEqualTo(20);
        assertThat(nps.get("value").asInt()).isEqualTo(-55);
        JsonNode kind = figure(figures, "grid", "mean", "kind", null);
        assertThat(kind.get("n").asInt()).isEqualTo(19);
        assertThat(kind.get("cantJudge").asInt()).isEqualTo(1);
        JsonNode slow = figure(figures, "slow", "favourable", null, null);
        // Said 1 or 2, turned 5 or 4.
        assertThat(slow.get("value").asDouble()).isCloseTo(14 / 20.0, within(1e-12));
        assertThat(slow.get("low").asDouble()).isLessThan(slow.get("value").asDouble());
        assertThat(figure(figures, "SECTION:main", "index", null, null).get("n").asInt())
                .isEqualTo(20);

        JsonNode split = figures(id, "?by=unit");
        assertThat(figure(split, "nps", "nps", null, few.value()).has("withheld")).isTrue();
        assertThat(figure(split, "nps", "nps", null, few.value()).has("n")).isFalse();
        assertThat(figure(split, "nps", "nps", null, top.value()).get("n").asInt()).isEqualTo(20);
    }

    private static String sha256(String message) throws Exception {
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256")
                                .digest(Base64.getUrlDecoder().decode(message)));
    }

    private JsonNode figures(long id, String query) throws Exception {
        Reply results = call("anna", "GET", "/campaigns/" + id + "/results" + query, null);
        assertThat(results.status()).isEqualTo(200);
        return results.json().get("figures");
    }

    private static JsonNode figure(
            JsonNode figures,
            String question,
            String measure,
            @Nullable String option,
            @Nullable Long unit) {
        for (JsonNode figure : figures) {
            JsonNode of = figure.get("option");
            JsonNode at = figure.get("unit");
            if (figure.get("question").asString().equals(question)
                    && figure.get("measure").asString().equals(measure)
                    && Objects.equals(of.isNull() ? null : of.asString(), option)
                    && Objects.equals(at.isNull() ? null : (Long) at.asLong(), unit)) {
                return figure;
            }
        }
        throw new AssertionError("No " + measure + " of " + question + " in " + figures);
    }

    @Test
    void refusesMisuse() throws Exception {
        long id = launched(INSTRUMENT, "anonymous");
        Credential own = credential("waves-many1", id);
        String answers = answers(9, 5, 5, 1);
        assertThat(call("waves-many1", "POST", "/answers/" + id, own.answering(answers)).status())
                .isEqualTo(400);
        assertThat(
                        reply(
                                        request(HttpMethod.POST, "/api/v1/answers/" + id)
                                                .cookie(new Cookie("kollega", "x"))
                                                .contentType(MediaType.APPLICATION_JSON)
                                                .content(own.answering(answers)))
                                .status())
                .isEqualTo(400);
        // Written another way it is the same call.
        assertThat(
                        reply(
                                        request(
                                                        HttpMethod.POST,
                                                        URI.create("/api/v1/%61nswers/" + id))
                                                .header(
                                                        "Authorization",
                                                        Objects.requireNonNull(
                                                                bearers.get("waves-many1")))
                                                .contentType(MediaType.APPLICATION_JSON)
                                                .content(own.answering(answers)))
                                .status())
                .isEqualTo(400);
        assertThat(
                        call(
                                        null,
                                        "POST",
                                        "/answers/" + id,
                                        new Credential(own.key(), own.message(), own.message())
                                                .answering(answers))
                                .status())
                .isEqualTo(403);
        long other = launched(INSTRUMENT, "anonymous");
        assertThat(call(null, "POST", "/answers/" + other, own.answering(answers)).status())
                .isEqualTo(403);
        Reply wrong =
                call(
                        null,
                        "POST",
                        "/answers/" + id,
                        own.answering("{\"nps\":11,\"why\":\"x\",\"grid\":{\"fast\":1},\"x\":1}"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().get("faults").findValuesAsString("place"))
                .containsExactlyInAnyOrder("nps", "why", "grid", "x");
        Reply taken = call(null, "POST", "/answers/" + id, own.answering(answers));
        assertThat(taken.status()).isEqualTo(201);
        String receipt = taken.json().get("receipt").asString();
        assertThat(call(null, "DELETE", "/answers/" + id + "/" + "A".repeat(86), null).status())
                .isEqualTo(404);
        assertThat(call(null, "DELETE", "/answers/" + id + "/" + receipt, null).status())
                .isEqualTo(204);
        assertThat(call(null, "POST", "/answers/" + id, own.answering(answers)).status())
                .isEqualTo(409);
        call("anna", "PUT", "/campaigns/" + id + "/closing", "{}");
        assertThat(call(null, "POST", "/answers/" + id, own.answering(answers)).status())
                .isEqualTo(410);
        assertThat(
                        call("anna", "GET", "/campaigns/" + id, null)
                                .json()
                                .get("participation")
                                .get("answered")
                                .asInt())
                .isZero();
    }

    @Test
    void finishesAClosingThatWasInterrupted() throws Exception {
        long id = launched(INSTRUMENT, "anonymous");
        for (int i = 0; i < 8; i++) {
            call(
                    null,
                    "POST",
                    "/answers/" + id,
                    credential(many.get(i), id).answering(answers(i, 1 + i % 5, 3, 2)));
        }
        String late = credential("waves-more1", id).answering(answers(5, 5, 5, 5));
        // As if the machine had gone down right after the first step.
        campaigns.close(new CampaignId(id), 0);
        assertThat(call("anna", "GET", "/campaigns/" + id, null).json().get("state").asString())
                .isEqualTo("closing");
        assertThat(call("anna", "GET", "/campaigns/" + id + "/results", null).status())
                .isEqualTo(409);
        assertThat(call(null, "POST", "/answers/" + id, late).status()).isEqualTo(410);
        for (int again = 0; again < 2; again++) {
            Reply closed = call("anna", "PUT", "/campaigns/" + id + "/closing", "{}");
            assertThat(closed.status()).isEqualTo(200);
            assertThat(closed.json().get("participation").get("answered").asInt()).isEqualTo(8);
        }
        assertThat(figure(figures(id, ""), "nps", "nps", null, null).get("n").asInt()).isEqualTo(8);
        assertThat(Files.exists(data.resolve("answers").resolve(String.valueOf(id)))).isFalse();
    }

    @Test
    void takesNoAnswerAfterItsEndAndClosesByItself() throws Exception {
        long id = launched(INSTRUMENT, "confidential");
        clock.advance(Duration.ofDays(8));
        assertThat(
                        call("waves-few1", "POST", "/answers/" + id, "{\"answers\":{\"nps\":9}}")
                                .status())
                .isEqualTo(410);
        assertThat(waiting("waves-few1")).doesNotContain(id);
        assertThat(campaigns.overdue()).contains(new CampaignId(id));
    }

    @Test
    void takesNamedAnswersFromThoseAsked() throws Exception {
        long id = launched(INSTRUMENT, "confidential");
        assertThat(call(null, "POST", "/answers/" + id, "{\"answers\":{\"nps\":9}}").status())
                .isEqualTo(401);
        assertThat(call("anna", "POST", "/answers/" + id, "{\"answers\":{\"nps\":9}}").status())
                .isEqualTo(404);
        assertThat(waiting("waves-few1")).contains(id);
        Reply taken = call("waves-few1", "POST", "/answers/" + id, "{\"answers\":{\"nps\":9}}");
        assertThat(taken.status()).as(taken.json().toString()).isEqualTo(201);
        assertThat(waiting("waves-few1")).doesNotContain(id);
        assertThat(
                        call("waves-few1", "POST", "/answers/" + id, "{\"answers\":{\"nps\":9}}")
                                .status())
                .isEqualTo(409);
        assertThat(
                        call("anna", "GET", "/campaigns/" + id, null)
                                .json()
                                .get("participation")
                                .get("answered")
                                .asDouble())
                .isEqualTo(.05);
    }

    private List<Long> waiting(String who) throws Exception {
        List<Long> ids = new ArrayList<>();
        call(who, "GET", "/me/campaigns", null)
                .json()
                .get("items")
                .forEach(item -> ids.add(item.get("id").asLong()));
        return ids;
    }

    @Test
    void listsEveryFaultOfAnInstrumentAtItsPlace() throws Exception {
        Reply refused =
                call(
                        "anna",
                        "POST",
                        "/surveys",
                        """
                        {"code":"bad","languages":["ru"],"title":{"ru":"Опрос","en":"x"},
                         "sections":[{"code":"s","title":{"ru":"Раздел"},"when":"b == 'x'",
                          "questions":[
                           {"code":"a","kind":"score","text":{"ru":"А"},"when":"a > 3"},
                           {"code":"b","kind":"choice","text":{"ru":"Б"},
                            "options":[{"code":"x","text":{"ru":"Х"}}],"colour":"red"},
                           {"code":"c","kind":"guess","text":{}}]}]}
                        """);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("faults").findValuesAsString("place"))
                .containsExactlyInAnyOrder(
                        "title.en",
                        "sections[0].when",
                        "sections[0].questions[0].when",
                        "sections[0].questions[1].colour",
                        "sections[0].questions[1].options",
                        "sections[0].questions[2].kind",
                        "sections[0].questions[2].text.ru");
    }
}
