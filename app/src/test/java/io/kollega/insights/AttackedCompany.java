package io.kollega.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import io.kollega.access.Accounts;
import io.kollega.access.NewAccount;
import io.kollega.access.Role;
import io.kollega.access.TokenTerms;
import io.kollega.organization.Name;
import io.kollega.organization.NewPerson;
import io.kollega.organization.NewUnit;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small company of its own, whose people ask and rate through the REST interface: three units
 * that ask, two that serve, eight people each. It remembers what was revealed, since the attacker
 * is taken to know when somebody rated, and of whom.
 */
final class AttackedCompany {
    static final int CLIENTS = 3;
    static final int PROVIDERS = 2;
    private static final int PEOPLE = 8;
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    private final String prefix;
    private final MockMvc mvc;
    private final Organization organization;
    private final Map<String, UnitId> units;
    private final Map<String, PersonId> people;
    private final Map<String, String> bearers = new HashMap<>();
    private final Random random = new Random(20);

    AttackedCompany(String prefix, MockMvc mvc, Organization organization, Accounts accounts) {
        this.prefix = prefix;
        this.mvc = mvc;
        this.organization = organization;
        List<NewUnit> wanted = new ArrayList<>(List.of(unit("all", null)));
        List<NewPerson> persons = new ArrayList<>();
        for (String code : codes()) {
            wanted.add(unit(code, prefix + "all"));
            for (int i = 0; i < PEOPLE; i++) {
                persons.add(person(code, i, code));
            }
        }
        units = organization.bringUnits(wanted);
        people = organization.bringPeople(persons);
        people.forEach((login, id) -> {
            Set<Role> roles =
                    login.startsWith(prefix + "p")
                            ? Set.of(Role.EMPLOYEE, Role.SPECIALIST)
                            : Set.of(Role.EMPLOYEE);
            accounts.open(List.of(new NewAccount(id, login, null, roles)));
            bearers.put(login, "Bearer " + accounts.issueToken(id, TokenTerms.usual("attack")));
        });
    }

    /** One opinion or outcome, known to both sides at least, with the person behind it. */
    record Revealed(Measure measure, Pair pair, String person, int value) {}

    private static List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            codes.add("c" + i);
        }
        for (int i = 0; i < PROVIDERS; i++) {
            codes.add("p" + i);
        }
        return codes;
    }

    List<UnitId> clients() {
        return codes().stream().filter(code -> code.startsWith("c")).map(this::unitId).toList();
    }

    List<UnitId> providers() {
        return codes().stream().filter(code -> code.startsWith("p")).map(this::unitId).toList();
    }

    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        clients()
                .forEach(client ->
                        providers().forEach(provider -> pairs.add(new Pair(client, provider))));
        return pairs;
    }

    /** How both units are called at the beginning of a row of a file. */
    String named(Pair pair) {
        return prefix
                + "c"
                + clients().indexOf(pair.client())
                + ";"
                + prefix
                + "p"
                + providers().indexOf(pair.provider())
                + ",";
    }

    UnitId whole() {
        return unitId("all");
    }

    /** The header of somebody with an ordinary account, who asks nobody anything. */
    String attacker() {
        return bearer(prefix + "c0-7");
    }

    /** Somebody moves to another unit that asks. */
    void move(int person, int from, int to, LocalDate day) {
        NewPerson same = person("c" + from, person, "c" + to);
        organization.bringPeople(
                List.of(
                        new NewPerson(
                                same.code(),
                                same.givenName(),
                                same.familyName(),
                                null,
                                prefix + "c" + to,
                                false,
                                day)));
    }

    /** One request from its submission to the reveal; what is revealed by it. */
    List<Revealed> askAndRate(int person, int home, int unit, int provider) throws Exception {
        String client = prefix + "c" + home + "-" + person;
        String specialist = prefix + "p" + provider + "-" + random.nextInt(PEOPLE);
        Pair pair = new Pair(unitId("c" + unit), unitId("p" + provider));
        long id =
                new JsonMapper()
                        .readTree(
                                call(
                                        client,
                                        HttpMethod.POST,
                                        "/api/v1/requests",
                                        """
                                        {"unit":%d,"kind":"question","subject":"Пропуск",
                                         "body":"Нужен пропуск"}
                                        """
                                                .formatted(pair.provider().value())))
                        .get("id")
                        .asLong();
        String address = "/api/v1/requests/" + id;
        call(
                specialist,
                HttpMethod.PUT,
                address + "/assignment",
                "{\"person\":" + Objects.requireNonNull(people.get(specialist)).value() + "}");
        call(specialist, HttpMethod.PUT, address + "/solution", "{\"text\":\"Готово\"}");
        List<Revealed> revealed = new ArrayList<>();
        revealed.add(new Revealed(Measure.ON_TIME, pair, client, 1));
        revealed.add(new Revealed(Measure.RESPONSE_ON_TIME, pair, client, 1));
        int score = random.nextInt(11);
        int ease = random.nextInt(4);
        int speed = 1 + random.nextInt(5);
        call(
                client,
                HttpMethod.PUT,
                address + "/rating",
                "{\"score\":%d,\"ease\":\"%s\",\"solved\":\"yes\",\"aspects\":{\"speed\":%d}}"
                        .formatted(
                                score,
                                List.of("hard", "rather-hard", "rather-easy", "easy").get(ease),
                                speed));
        int clarity = 1 + random.nextInt(5);
        call(
                specialist,
                HttpMethod.PUT,
                address + "/rating",
                "{\"aspects\":{\"clarity\":" + clarity + "}}");
        revealed.add(new Revealed(Measure.NPS, pair, client, score));
        revealed.add(new Revealed(Measure.EASE, pair, client, ease));
        revealed.add(new Revealed(Measure.SOLVED, pair, client, 2));
        revealed.add(new Revealed(Measure.SPEED, pair, client, speed));
        revealed.add(new Revealed(Measure.CLARITY, pair, specialist, clarity));
        return revealed;
    }

    private String call(String login, HttpMethod method, String address, String body)
            throws Exception {
        MockHttpServletResponse response =
                mvc.perform(
                                request(method, address)
                                        .header(HttpHeaders.AUTHORIZATION, bearer(login))
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content(body))
                        .andReturn()
                        .getResponse();
        String text = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(text).isBetween(200, 201);
        return text;
    }

    private String bearer(String login) {
        return Objects.requireNonNull(bearers.get(login), login);
    }

    private UnitId unitId(String code) {
        return Objects.requireNonNull(units.get(prefix + code), code);
    }

    private NewUnit unit(String code, @org.jspecify.annotations.Nullable String parent) {
        return new NewUnit(prefix + code, Name.of(prefix + code), parent, SINCE);
    }

    private NewPerson person(String home, int number, String unit) {
        String code = prefix + home + "-" + number;
        return new NewPerson(code, "Сотрудник", code, null, prefix + unit, false, SINCE);
    }
}
