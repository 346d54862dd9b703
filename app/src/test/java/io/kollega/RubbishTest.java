package io.kollega;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Routes.Route;
import io.kollega.access.Accounts;
import io.kollega.access.NewAccount;
import io.kollega.access.Role;
import io.kollega.access.TokenScope;
import io.kollega.access.TokenTerms;
import io.kollega.organization.NewPerson;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whatever is sent to whatever there is, it is the caller's mistake and never ours. Has an
 * application of its own, of which not much is left in the end.
 */
@KollegaServerTest
@TestPropertySource(properties = "kollega.background=false")
class RubbishTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "Content-Type: multipart/form-data; boundary=B\r\n";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final List<String> HEADERS =
            List.of(
                    "Accept",
                    "Accept-Encoding",
                    "Accept-Language",
                    "Authorization",
                    "Content-Type",
                    "Forwarded",
                    "HX-Current-URL",
                    "HX-Request",
                    "HX-Target",
                    "Idempotency-Key",
                    "If-Match",
                    "If-Modified-Since",
                    "If-None-Match",
                    "If-Range",
                    "Origin",
                    "Range",
                    "Referer",
                    "User-Agent",
                    "X-CSRF-TOKEN",
                    "X-Forwarded-For",
                    "X-Forwarded-Host",
                    "X-Forwarded-Proto",
                    "X-HTTP-Method-Override");

    private static final List<String> COOKIES =
            List.of("kollega", "kollega-csrf", "kollega-language", "kollega-theme");

    @LocalServerPort int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired Organization organization;
    @Autowired Accounts accounts;
    @Autowired Cast cast;

    private final List<String> broken = new ArrayList<>();
    private String authorization = "";
    private String request = "1";

    /** Somebody who may do everything, and a request to do it with. */
    @BeforeEach
    void come() throws IOException {
        String code = "rubbish" + NUMBER.incrementAndGet();
        PersonId person =
                Objects.requireNonNull(
                        organization
                                .bringPeople(
                                        List.of(
                                                new NewPerson(
                                                        code,
                                                        "Мусор",
                                                        "Всякий",
                                                        null,
                                                        "it",
                                                        false,
                                                        LocalDate.of(2020, 1, 1))))
                                .get(code));
        accounts.open(List.of(new NewAccount(person, code, null, EnumSet.allOf(Role.class))));
        authorization =
                "Authorization: Bearer "
                        + accounts.issueToken(
                                person, new TokenTerms("test", TokenScope.ADMINISTER, null))
                        + "\r\n";
        String made =
                send(
                        "POST",
                        "/api/v1/requests",
                        authorization + "Content-Type: application/json\r\n",
                        "{\"unit\":%d,\"kind\":\"question\",\"subject\":\"x\"}"
                                .formatted(cast.unit("it").value()));
        assertThat(made).startsWith("HTTP/1.1 201");
        request = made.replaceAll("(?s).*/requests/(\\d+).*", "$1");
    }

    /** Else the doors alone would have been tried. */
    @AfterEach
    void isStillLetIn() throws IOException {
        assertThat(send("GET", "/api/v1/me", authorization, "")).startsWith("HTTP/1.1 200");
    }

    @Test
    void noRouteBreaksOnRubbishInItsPath() throws IOException {
        for (Route route : routes()) {
            for (String place : Rubbish.PLACES) {
                for (int i = 0; i < route.path().split("\\{", -1).length - 1; i++) {
                    attempt(route, filled(route.path(), i, place), authorization, "");
                }
            }
            attempt(route, filled(route.path(), -1, ""), "", "");
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void noRouteBreaksOnRubbishInItsParameters() throws IOException {
        for (Route route : routes()) {
            String path = filled(route.path(), -1, "");
            for (Map.Entry<String, Class<?>> one : route.parameters().entrySet()) {
                boolean text = one.getValue() == String.class;
                for (String value : text ? Rubbish.TEXTS : Rubbish.TYPED) {
                    String sent =
                            route.parameters().entrySet().stream()
                                    .map(it ->
                                            it.getKey()
                                                    + "="
                                                    + (it.equals(one)
                                                            ? value
                                                            : usual(it.getKey(), it.getValue())))
                                    .collect(Collectors.joining("&"));
                    attempt(route, path, authorization, sent);
                }
            }
            attempt(
                    route,
                    path,
                    "",
                    route.parameters().keySet().stream()
                            .map(it -> it + "=a%00b")
                            .collect(Collectors.joining("&")));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void noRouteBreaksOnRubbishInItsBody() throws IOException {
        String json = authorization + "Content-Type: application/json\r\n";
        for (Route route : routes()) {
            String path = filled(route.path(), -1, "");
            if (route.body().isPresent()) {
                for (String body : bodies(route.body().get())) {
                    answer(route, send(route.method(), path, json, body), body);
                }
            }
            if (route.files()) {
                for (String name : Rubbish.TEXTS) {
                    String decoded = name.replace("%00", "\u0000");
                    answer(
                            route,
                            send(route.method(), path, authorization + MULTIPART, file(decoded)),
                            name);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static String file(String name) {
        return "--B\r\nContent-Disposition: form-data; name=\"subject\"\r\n\r\n"
                + name
                + "\r\n--B\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                + name.replace("\"", "")
                + ".txt\"\r\nContent-Type: "
                + name.replaceAll("[^ -~]", "")
                + "\r\n\r\ntext\r\n--B--\r\n";
    }

    @Test
    void noRouteBreaksOnRubbishInItsHeaders() throws IOException {
        for (Route route : routes()) {
            String path = filled(route.path(), -1, "");
            for (String name : route.headers()) {
                for (String value : Rubbish.HEADERS) {
                    String headers =
                            authorization
                                    + name
                                    + ": "
                                    + value
                                    + "\r\nContent-Type: application/json\r\n";
                    String body = route.body().map(it -> bodies(it).getLast()).orElse("");
                    answer(route, send(route.method(), path, headers, body), name + value);
                }
            }
            for (String value : List.of("a\u0000b", "Заявка-15", "-1")) {
                String all =
                        HEADERS.stream()
                                .filter(it -> !it.equals("Authorization"))
                                .map(it -> it + ": " + value + "\r\n")
                                .collect(Collectors.joining());
                answer(route, send(route.method(), path, authorization + all, ""), value);
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void noHeaderAndNoCookieBreaksAnything() throws IOException {
        for (String way :
                List.of(
                        "GET /",
                        "GET /sign-in",
                        "POST /sign-in",
                        "GET /figures/matrix",
                        "GET /nothing",
                        "GET /health",
                        "POST /api/v1/requests")) {
            String method = way.substring(0, way.indexOf(' '));
            String path = way.substring(way.indexOf(' ') + 1);
            boolean stranger = path.equals("/sign-in");
            for (String name : HEADERS) {
                for (String value : Rubbish.HEADERS) {
                    String headers = name + ": " + value + "\r\n";
                    check(
                            way + " " + headers,
                            send(
                                    method,
                                    path,
                                    stranger || name.equals("Authorization")
                                            ? headers
                                            : authorization + headers,
                                    "a=b"));
                }
            }
            for (String name : COOKIES) {
                for (String value : Rubbish.COOKIES) {
                    String cookie = "Cookie: " + name + "=" + value + "\r\n";
                    check(way + " " + cookie, send(method, path, cookie, "_csrf=" + value));
                }
            }
            for (String query : Rubbish.QUERIES) {
                check(
                        way + "?" + query,
                        send(method, path + "?" + query, stranger ? "" : authorization, ""));
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void takesWordsInHeadersForWhatTheyMean() throws IOException {
        String keyed =
                authorization
                        + "Content-Type: application/json\r\nIdempotency-Key: Заявка-"
                        + NUMBER.incrementAndGet()
                        + "\r\n";
        String body =
                "{\"unit\":%d,\"kind\":\"question\",\"subject\":\"x\"}"
                        .formatted(cast.unit("it").value());
        String first = send("POST", "/api/v1/requests", keyed, body);
        assertThat(first).startsWith("HTTP/1.1 201");
        assertThat(location(send("POST", "/api/v1/requests", keyed, body)))
                .isEqualTo(location(first));
        assertThat(
                        send(
                                "PUT",
                                "/api/v1/requests/" + request + "/withdrawal",
                                authorization + "If-Match: \"Заявка\"\r\n",
                                ""))
                .startsWith("HTTP/1.1 4");
        assertThat(send("GET", "/sign-in", "Accept-Language: Русский\r\n", ""))
                .startsWith("HTTP/1.1 200");
        assertThat(send("GET", "/", "Cookie: kollega=AAAA\r\n", "")).startsWith("HTTP/1.1 302");
    }

    private static String location(String answer) {
        return answer.lines().filter(it -> it.startsWith("Location:")).findFirst().orElseThrow();
    }

    private List<Route> routes() {
        List<Route> routes = Routes.of(mapping);
        assertThat(routes).hasSizeGreaterThan(100);
        return routes;
    }

    private void attempt(Route route, String path, String headers, String sent) throws IOException {
        boolean form = route.method().equals("POST") || route.method().equals("PUT");
        String answer =
                form && !route.path().startsWith("/api/")
                        ? send(
                                route.method(),
                                path,
                                headers + "Content-Type: " + FORM + "\r\n",
                                sent)
                        : send(route.method(), path + "?" + sent, headers, "");
        answer(route, answer, path + " " + sent);
    }

    private void answer(Route route, String answer, String sent) {
        check(route + " <- " + sent, answer);
    }

    private void check(String what, String answer) {
        if (!answer.matches("(?s)HTTP/1.1 [234]\\d\\d.*")) {
            broken.add(
                    (what.length() > 300 ? what.substring(0, 300) : what)
                            + " -> "
                            + answer.lines().findFirst().orElse("nothing"));
        }
    }

    private String send(String method, String path, String headers, String body)
            throws IOException {
        byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        try (Wire wire = Wire.to(port)) {
            return wire.say(
                            method
                                    + " "
                                    + path
                                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + headers
                                    + (bytes.length > 0 || !method.equals("GET")
                                            ? "Content-Length: " + bytes.length + "\r\n"
                                            : "")
                                    + "\r\n"
                                    + body)
                    .hear(PATIENCE);
        }
    }

    /** The path with what there is in its places, but for one. */
    private String filled(String path, int which, String rubbish) {
        String filled = path;
        for (int i = 0; filled.contains("{"); i++) {
            filled =
                    filled.replaceFirst(
                            "\\{[^}]*}",
                            java.util.regex.Matcher.quoteReplacement(
                                    i == which ? rubbish : place(filled)));
        }
        return filled.replace("**", "x");
    }

    private String place(String path) {
        String before = path.substring(0, path.indexOf('{'));
        if (before.endsWith("/requests/")) {
            return request;
        }
        if (before.endsWith("/units/") || before.contains("/units/")) {
            return Long.toString(cast.unit("logistics").value());
        }
        if (before.endsWith("/people/") || before.endsWith("/accounts/")) {
            return Long.toString(cast.id("client3").value());
        }
        return "1";
    }

    private String usual(String name, Class<?> type) {
        if (type == LocalDate.class) {
            return "2026-03-31";
        }
        if (type.isEnum()) {
            return String.valueOf(type.getEnumConstants()[0]);
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true";
        }
        if (name.contains("unit")) {
            return Long.toString(cast.unit("it").value());
        }
        return type == String.class ? "text" : "1";
    }

    /** Of the usual kind but for one place each, and the usual one last. */
    private List<String> bodies(Class<?> type) {
        List<String> bodies = new ArrayList<>(Rubbish.BODIES);
        RecordComponent[] places = type.getRecordComponents();
        if (places == null) {
            return bodies;
        }
        for (int i = 0; i < places.length; i++) {
            for (String value : Rubbish.JSON) {
                bodies.add(body(places, i, value));
            }
        }
        bodies.add(body(places, -1, ""));
        return bodies;
    }

    private String body(RecordComponent[] places, int which, String value) {
        return IntStream.range(0, places.length)
                .mapToObj(i ->
                        "\""
                                + places[i].getName()
                                + "\":"
                                + (i == which ? value : usual(places[i])))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String usual(RecordComponent place) {
        Class<?> type = place.getType();
        if (type == String.class) {
            return place.getName().equals("kind") ? "\"question\"" : "\"text\"";
        }
        return type.isPrimitive() || Number.class.isAssignableFrom(type)
                ? usual(place.getName(), type)
                : "null";
    }
}
