package io.kollega;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Behind a door one sees one's own things: what is somebody else's is answered like what there
 * isn't, so that numbers can't be tried out.
 */
@KollegaTest
class OwnershipTest {
    private static final long NOBODYS = 987_654_321;

    /** Neither the client nor of the unit that is asked. */
    private static final List<String> OUTSIDERS = List.of("client5", "dmitry", "anna");

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    private final Map<String, String> bearers = new TreeMap<>();
    private long request;
    private long attachment;

    @BeforeEach
    void askAndAttach() throws Exception {
        JsonNode asked =
                new JsonMapper()
                        .readTree(
                                text(
                                        call(
                                                "irina",
                                                "POST /api/v1/requests",
                                                """
                                                {"unit":%d,"kind":"question","subject":"Договор",
                                                 "body":"Тайна 48151"}
                                                """
                                                        .formatted(cast.unit("it").value()))));
        request = asked.get("id").asLong();
        mvc.perform(
                multipart("/requests/{id}/entries", request)
                        .file(
                                new MockMultipartFile(
                                        "files",
                                        "тайна.txt",
                                        "text/plain",
                                        "48151".getBytes(StandardCharsets.UTF_8)))
                        .param("version", "1")
                        .param("text", "Вложение")
                        .header(HttpHeaders.AUTHORIZATION, bearer("irina")));
        attachment =
                jdbc.sql("select id from requests.attachment where request = ?")
                        .param(request)
                        .query(Long.class)
                        .single();
        call(
                "vera",
                "PUT /api/v1/requests/" + request + "/assignment",
                "{\"person\":" + cast.id("pavel").value() + "}");
    }

    @Test
    void opensRequestToItsParties() throws Exception {
        for (String login : List.of("irina", "pavel", "vera")) {
            assertThat(text(call(login, "GET /requests/" + request, ""))).contains("48151");
            assertThat(text(call(login, "GET " + attached(request, attachment), "")))
                    .contains("48151");
        }
    }

    @Test
    void answersOutsidersAsIfThereWereNoSuchRequest() throws Exception {
        Map<String, Object> before = row();
        for (String login : OUTSIDERS) {
            for (String route : routesOfRequests()) {
                MockHttpServletResponse real = call(login, put(route, request, attachment), "{}");
                MockHttpServletResponse none = call(login, put(route, NOBODYS, attachment), "{}");
                assertThat(plain(real, request))
                        .as("%s %s", login, route)
                        .isEqualTo(plain(none, NOBODYS))
                        .doesNotContain("48151");
            }
            assertThat(call(login, "GET " + attached(request, attachment), "").getStatus())
                    .isEqualTo(404);
        }
        assertThat(row()).isEqualTo(before);
    }

    @Test
    void givesAttachmentOnlyWithItsRequest() throws Exception {
        long other = request;
        askAndAttach();
        assertThat(call("irina", "GET " + attached(other, attachment), "").getStatus())
                .isEqualTo(404);
    }

    @Test
    void leavesOthersTokensNoticesViewsAndFilesAlone() throws Exception {
        cast.token("irina");
        long token = newest("select max(id) from access.token where person = ?", "irina");
        jdbc.sql(
                        """
                        insert into notifications.notice
                            (person, at, sentence, subject_kind, subject_id, title, address)
                        values (?, now(), 'notifications.kind.solved', 'request', ?, 'Тайна', '/')
                        """)
                .params(cast.id("irina").value(), request)
                .update();
        long notice = newest("select max(id) from notifications.notice where person = ?", "irina");
        call(
                "pavel",
                "POST /queue/views?unit=" + cast.unit("it").value() + "&name=OwnershipTest&query=",
                "");
        long view = newest("select max(id) from requests.saved_view where person = ?", "pavel");
        for (String login : List.of("vera", "dmitry")) {
            for (String route :
                    List.of(
                            "POST /profile/tokens/%d/revocation",
                            "DELETE /api/v1/me/tokens/%d",
                            "POST /notifications/%d/opening",
                            "POST /queue/views/%d/removal?unit=" + cast.unit("it").value())) {
                long id = route.contains("views") ? view : route.contains("token") ? token : notice;
                assertThat(plain(call(login, route.formatted(id), ""), id))
                        .as("%s %s", login, route)
                        .isEqualTo(plain(call(login, route.formatted(NOBODYS), ""), NOBODYS));
            }
        }
        assertThat(
                        jdbc.sql(
                                        """
                                        select (select count(*) from access.token
                                                where id = ? and revoked_at is null)
                                            + (select count(*) from notifications.notice
                                                where id = ? and read_at is null)
                                            + (select count(*) from requests.saved_view where id = ?)
                                        """)
                                .params(token, notice, view)
                                .query(Long.class)
                                .single())
                .isEqualTo(3);
    }

    private Set<String> routesOfRequests() {
        Set<String> routes = new TreeSet<>();
        for (RequestMappingInfo info : handlers.getHandlerMethods().keySet()) {
            for (String pattern : info.getPatternValues()) {
                if (pattern.contains("/requests/{id")) {
                    for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                        routes.add(method + " " + pattern);
                    }
                }
            }
        }
        assertThat(routes).hasSizeGreaterThan(30);
        return routes;
    }

    private static String put(String route, long request, long attachment) {
        return route.replaceAll("\\{id[^{}]*}", Long.toString(request))
                .replaceAll("\\{attachment[^{}]*}", Long.toString(attachment));
    }

    private static String attached(long request, long attachment) {
        return "/requests/" + request + "/attachments/" + attachment;
    }

    private long newest(String query, String login) {
        return jdbc.sql(query).param(cast.id(login).value()).query(Long.class).single();
    }

    private Map<String, Object> row() {
        return jdbc.sql("select * from requests.request where id = ?")
                .param(request)
                .query()
                .singleRow();
    }

    private String bearer(String login) {
        return bearers.computeIfAbsent(login, cast::bearer);
    }

    private MockHttpServletResponse call(String login, String route, String body) throws Exception {
        String[] parts = route.split(" ");
        MockHttpServletRequestBuilder call =
                request(HttpMethod.valueOf(parts[0]), URI.create(parts[1]))
                        .header(HttpHeaders.AUTHORIZATION, bearer(login));
        if (!parts[0].equals("GET") && !parts[1].startsWith("/api/")) {
            call.param("version", "1").param("text", "x").param("score", "5");
        }
        if (parts[1].startsWith("/api/") && !body.isEmpty()) {
            call.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return mvc.perform(call).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String plain(MockHttpServletResponse response, long id) {
        return (response.getStatus()
                        + " "
                        + response.getHeader(HttpHeaders.LOCATION)
                        + " "
                        + text(response))
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("(?<=/|request |token )" + id + "(?![\\w.])", "N");
    }
}
