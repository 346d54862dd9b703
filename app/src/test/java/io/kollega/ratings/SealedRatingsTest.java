package io.kollega.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.kollega.Browser;
import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Whatever can be read by anybody before the reveal, a sealed rating is not in it. */
@KollegaTest
class SealedRatingsTest {
    private static final String COMMENT = "Тайное слово 73519";
    private static final List<String> OTHERS = List.of("pavel", "vera", "anna", "adam", "rita");

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @AfterEach
    void end() {
        clock.set(TestClock.START);
    }

    @Test
    void showsNobodyTheOtherSidesRatingBeforeTheReveal() throws Exception {
        long request = solvedRequest();
        String before = figures();
        rate("irina", request, "{\"score\":3,\"solved\":\"no\",\"comment\":\"" + COMMENT + "\"}");

        Set<String> addresses = addresses(request);
        assertThat(addresses)
                .contains(
                        "/requests/" + request + "/rating",
                        "/api/v1/requests/" + request + "/rating",
                        "/figures/matrix",
                        "/api/v1/figures/matrix");
        for (String login : OTHERS) {
            Browser browser = Browser.of(login, mvc);
            for (String address : addresses) {
                assertThat(read(address, browser))
                        .as("%s reads %s", login, address)
                        .doesNotContain(COMMENT, "\"score\":3");
            }
        }
        assertThat(read("/requests/" + request + "/rating", Browser.of("irina", mvc)))
                .contains(COMMENT);
        assertThat(figures()).isEqualTo(before);
        assertThat(written(request)).isZero();

        rate("pavel", request, "{\"aspects\":{\"clarity\":4}}");
        assertThat(read("/requests/" + request + "/rating", Browser.of("pavel", mvc)))
                .contains(COMMENT);
        assertThat(written(request)).isPositive();
        assertThat(read("/requests/" + request + "/rating", Browser.of("vera", mvc)))
                .doesNotContain(COMMENT);
    }

    @Test
    void changesNothingThatAnybodyElseReads() throws Exception {
        long request = solvedRequest();
        String rater = cast.bearer("irina");
        Map<String, Browser> browsers = new TreeMap<>();
        for (String login : OTHERS) {
            browsers.put(login, Browser.of(login, mvc));
        }
        // Looking where one may not stands in the trail, the first time.
        everything(request, browsers);
        Map<String, String> before = everything(request, browsers);
        mvc.perform(
                        request(HttpMethod.PUT, "/api/v1/requests/" + request + "/rating")
                                .header(HttpHeaders.AUTHORIZATION, rater)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"score\":3}"))
                .andExpect(status().isOk());
        assertThat(everything(request, browsers)).isEqualTo(before);
    }

    /**
     * Every page that each of them can open, without the tokens of forms and the times of files.
     */
    private Map<String, String> everything(long request, Map<String, Browser> browsers)
            throws Exception {
        Map<String, String> read = new TreeMap<>();
        for (String address : addresses(request)) {
            for (var browser : browsers.entrySet()) {
                read.put(
                        browser.getKey() + " reads " + address,
                        read(address, browser.getValue())
                                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                                .replaceAll("<dcterms:created[^/]*", ""));
            }
        }
        return read;
    }

    private long solvedRequest() throws Exception {
        String created =
                call(
                        "irina",
                        HttpMethod.POST,
                        "/api/v1/requests",
                        """
                        {"unit":%d,"kind":"question","subject":"Пропуск","body":"Нужен пропуск"}
                        """
                                .formatted(cast.unit("it").value()));
        long id = new JsonMapper().readTree(created).get("id").asLong();
        call(
                "pavel",
                HttpMethod.PUT,
                "/api/v1/requests/" + id + "/assignment",
                "{\"person\":" + cast.id("pavel").value() + "}");
        call(
                "pavel",
                HttpMethod.PUT,
                "/api/v1/requests/" + id + "/solution",
                "{\"text\":\"Готово\"}");
        return id;
    }

    private void rate(String login, long request, String body) throws Exception {
        call(login, HttpMethod.PUT, "/api/v1/requests/" + request + "/rating", body);
    }

    private String call(String login, HttpMethod method, String address, String body)
            throws Exception {
        MockHttpServletResponse response =
                mvc.perform(
                                request(method, address)
                                        .header(HttpHeaders.AUTHORIZATION, cast.bearer(login))
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content(body))
                        .andReturn()
                        .getResponse();
        String text = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(text).isBetween(200, 201);
        return text;
    }

    /** Every address of the application that can be read, with the request's number put in. */
    private Set<String> addresses(long request) {
        Set<String> addresses = new TreeSet<>();
        for (RequestMappingInfo mapping : handlers.getHandlerMethods().keySet()) {
            Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
            if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
                for (String pattern : mapping.getPatternValues()) {
                    addresses.add(
                            pattern.replaceAll("\\{\\w+:(\\w+)\\|[^{}]*}", "$1")
                                    .replaceAll("\\{measure}", "nps")
                                    .replaceAll("\\{[^{}]*}", Long.toString(request)));
                }
            }
        }
        addresses.add("/figures/matrix.xlsx");
        return addresses;
    }

    private static String read(String address, Browser browser) throws Exception {
        byte[] body = browser.open(address).andReturn().getResponse().getContentAsByteArray();
        boolean zipped = body.length > 1 && body[0] == 'P' && body[1] == 'K';
        return zipped ? unzipped(body) : new String(body, StandardCharsets.UTF_8);
    }

    private static String unzipped(byte[] file) throws IOException {
        Path copy = Files.createTempFile("sealed", ".xlsx");
        Files.write(copy, file);
        StringBuilder text = new StringBuilder();
        try (ZipFile zip = new ZipFile(copy.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                byte[] part = zip.getInputStream(entry).readAllBytes();
                text.append(new String(part, StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(copy);
        }
        return text.toString();
    }

    private String figures() throws Exception {
        Browser analyst = Browser.of("anna", mvc);
        return read("/api/v1/figures/matrix", analyst) + read("/api/v1/figures/nps", analyst);
    }

    private int written(long request) {
        return jdbc.sql("select count(*) from insights.observation where source like ?")
                .param("rating:" + request + ":%")
                .query(Integer.class)
                .single();
    }
}
