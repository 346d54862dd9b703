package io.kollega.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Browser;
import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.requests.events.RequestId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Two requests go the same way, and one of them is rated: whatever anybody but the rater can read
 * of the two, or learn from being refused, is the same until the ratings are opened.
 */
@KollegaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoHintTest {
    private static final List<String> LOGINS =
            List.of("irina", "pavel", "vera", "anna", "adam", "rita", "client8");

    @Autowired MockMvc mvc;
    @Autowired Ratings ratings;
    @Autowired Sweep sweep;
    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionOperations transactions;

    private final Map<String, Browser> browsers = new HashMap<>();
    private Solving solving;

    /** What happens after one of two requests has been rated. */
    enum Course {
        NOTHING(_ -> {}),
        TAKEN_BACK(it -> it.solving().reopen(it.request(), "pavel")),
        SOLVED_AGAIN(it -> {
            it.solving().reopen(it.request(), "pavel");
            it.solving().solve(it.request(), "irina", "accounting", "pavel", "it");
        }),
        SOLVED_BY_ANOTHER(it -> {
            it.solving().reopen(it.request(), "pavel");
            it.solving().solve(it.request(), "irina", "accounting", "vera", "it");
        }),
        SOLVED_BY_ANOTHER_UNIT(it -> {
            it.solving().reopen(it.request(), "pavel");
            it.solving().solve(it.request(), "irina", "accounting", "dmitry", "procurement");
        }),
        REOPENED(it -> it.solving().reopen(it.request())),
        REOPENED_AND_SOLVED(it -> {
            it.solving().reopen(it.request());
            it.solving().solve(it.request(), "irina", "accounting", "pavel", "it");
        }),
        WITHDRAWN(it -> it.solving().withdraw(it.request()));

        private final Consumer<At> deeds;

        Course(Consumer<At> deeds) {
            this.deeds = deeds;
        }
    }

    record At(Solving solving, RequestId request) {}

    @BeforeEach
    void begin() {
        solving = new Solving(cast, clock, events, transactions);
    }

    @AfterEach
    void end() {
        clock.set(TestClock.START);
        sweep.everything();
    }

    @ParameterizedTest
    @EnumSource
    void tellsNobodyThatTheClientHasRated(Course course) throws Exception {
        assertSame(course, "irina", new Draft("2", "hard", "no", Map.of(), List.of(), "Плохо"));
    }

    @ParameterizedTest
    @EnumSource
    void tellsNobodyThatTheProviderHasRated(Course course) throws Exception {
        assertSame(
                course,
                "pavel",
                new Draft(null, null, null, Map.of("clarity", "1"), List.of(), "Неясно"));
    }

    private void assertSame(Course course, String rater, Draft draft) throws Exception {
        RequestId rated = solving.solved();
        RequestId unrated = solving.solved();
        assertThat(ratings.give(rated, cast.id(rater), draft)).isInstanceOf(Answer.Kept.class);
        assertThat(read(rater, rated)).as("the rater").isNotEqualTo(read(rater, unrated));
        course.deeds.accept(new At(solving, rated));
        course.deeds.accept(new At(solving, unrated));
        for (String login : LOGINS) {
            if (!login.equals(rater)) {
                assertThat(read(login, rated)).as(login).isEqualTo(read(login, unrated));
            }
        }
    }

    /** What this person reads of a request, and how they are refused what they may not do. */
    private Map<String, String> read(String login, RequestId request) throws Exception {
        Map<String, String> answers = new LinkedHashMap<>();
        String bearer = cast.bearer(login);
        String api = "/api/v1/requests/" + request.value() + "/rating";
        // What can't be a rating is refused before it is one, but only where one would be taken.
        answers.put("put nothing", call(bearer, HttpMethod.PUT, api, "{}", request));
        answers.put("put much", call(bearer, HttpMethod.PUT, api, "{\"score\":77}", request));
        answers.put("get", call(bearer, HttpMethod.GET, api, "", request));
        Browser browser = browser(login);
        for (String page : List.of("rating", "rating/fragment")) {
            answers.put(
                    page,
                    text(
                            browser.open("/requests/" + request.value() + "/" + page)
                                    .andReturn()
                                    .getResponse(),
                            request));
        }
        for (String page : List.of("/ratings/waiting", "/notifications")) {
            String all = browser.open(page).andReturn().getResponse().getContentAsString();
            String number = Long.toString(request.value());
            answers.put(page, Integer.toString(all.split(number, -1).length));
        }
        return answers;
    }

    private Browser browser(String login) throws Exception {
        Browser known = browsers.get(login);
        if (known == null) {
            known = Browser.of(login, mvc);
            browsers.put(login, known);
        }
        return known;
    }

    private String call(
            String bearer, HttpMethod method, String address, String body, RequestId request)
            throws Exception {
        return text(
                mvc.perform(
                                MockMvcRequestBuilders.request(method, address)
                                        .header(HttpHeaders.AUTHORIZATION, bearer)
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content(body))
                        .andReturn()
                        .getResponse(),
                request);
    }

    /** Status, headers and text without the request's number and the token of the form. */
    private static String text(MockHttpServletResponse response, RequestId request)
            throws Exception {
        StringBuilder text = new StringBuilder("status " + response.getStatus() + "\n");
        response.getHeaderNames().stream()
                .filter(name -> !name.equals(HttpHeaders.SET_COOKIE))
                .sorted()
                .forEach(name -> text.append(name + ": " + response.getHeaders(name) + "\n"));
        text.append(response.getContentAsString());
        return text.toString()
                .replace(Long.toString(request.value()), "N")
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("Content-Length: .*", "");
    }
}
