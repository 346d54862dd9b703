package io.kollega;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import io.kollega.permissions.Anyone;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Knocks at every door of the application as everybody, and compares who came in with the written
 * table, permissions.txt. Whose things one sees behind a door is tested in OwnershipTest. After a
 * change that is meant, write the row; with KOLLEGA_WRITE_PERMISSIONS=true the test writes what it
 * found, to be read before it is kept.
 *
 * <p>In an application of its own, because forms without their fields do things, too.
 */
@KollegaTest
@TestPropertySource(properties = "kollega.test=permission-matrix")
class PermissionMatrixTest {
    private static final Path WRITTEN = Path.of("src/test/resources/io/kollega/permissions.txt");
    private static final String NOBODYS = "999999999";

    /** The roles, and who of the cast holds each; nobody's login is empty. */
    private static final Map<String, String> EVERYBODY = everybody();

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired WebApplicationContext application;

    private static Map<String, String> everybody() {
        Map<String, String> everybody = new LinkedHashMap<>();
        everybody.put("stranger", "");
        everybody.put("employee", "irina");
        everybody.put("specialist", "pavel");
        everybody.put("head", "vera");
        everybody.put("analyst", "anna");
        everybody.put("administrator", "adam");
        everybody.put("auditor", "rita");
        return everybody;
    }

    @Test
    void letsEverybodyInWhereTheTableSays() throws Exception {
        PermissionMatrix found = knock(routes());
        if ("true".equals(System.getenv("KOLLEGA_WRITE_PERMISSIONS"))) {
            Files.writeString(WRITTEN, comments() + found.text());
        }
        assertThat(PermissionMatrix.read(Files.readString(WRITTEN)).differences(found))
                .as("differ from permissions.txt")
                .isEmpty();
    }

    /** What a change that weakens the guards would look like. */
    static final class Weakened {
        @Anyone
        public String open() {
            return "redirect:/";
        }

        @Requires
        public String everybodys() {
            return "redirect:/";
        }

        @Requires(Permission.ADMINISTER)
        public String right() {
            return "redirect:/";
        }
    }

    @Test
    void findsDoorsThatStandOpen() throws Exception {
        RequestMappingHandlerMapping handlers =
                application.getBean(
                        "requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        Weakened weakened = new Weakened();
        List<RequestMappingInfo> registered = new ArrayList<>();
        try {
            for (String name : List.of("open", "everybodys", "right")) {
                RequestMappingInfo info =
                        RequestMappingInfo.paths("/weakened/" + name)
                                .methods(RequestMethod.GET)
                                .options(handlers.getBuilderConfiguration())
                                .build();
                handlers.registerMapping(info, weakened, Weakened.class.getMethod(name));
                registered.add(info);
            }
            PermissionMatrix found =
                    knock(routes().stream().filter(it -> it.contains(" /weakened/")).toList());
            String meant = "sign-in no no no no yes no\n";
            String table =
                    String.join(" ", EVERYBODY.keySet())
                            + "\nGET /weakened/open "
                            + meant
                            + "GET /weakened/everybodys "
                            + meant
                            + "GET /weakened/gone "
                            + meant;
            assertThat(PermissionMatrix.read(table).differences(found))
                    .contains(
                            "GET /weakened/open: sign-in is open for stranger",
                            "GET /weakened/everybodys: no is yes for employee",
                            "GET /weakened/everybodys: no is yes for auditor",
                            "GET /weakened/gone has a row and is no route",
                            "GET /weakened/right has no row: " + meant.strip())
                    .doesNotContain("GET /weakened/everybodys: sign-in is open for stranger");
        } finally {
            registered.forEach(handlers::unregisterMapping);
        }
    }

    /** Every method and pattern that is mapped to anything: controllers, operations, files. */
    private List<String> routes() {
        Set<String> routes = new TreeSet<>();
        for (RequestMappingInfoHandlerMapping mapping :
                application.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                for (String pattern : info.getPatternValues()) {
                    if (methods.isEmpty()) {
                        routes.add("GET " + pattern);
                    }
                    methods.forEach(method -> routes.add(method + " " + pattern));
                }
            }
        }
        for (SimpleUrlHandlerMapping mapping :
                application.getBeansOfType(SimpleUrlHandlerMapping.class).values()) {
            mapping.getHandlerMap().keySet().forEach(pattern -> routes.add("GET " + pattern));
        }
        return List.copyOf(routes);
    }

    private PermissionMatrix knock(List<String> routes) throws Exception {
        Map<String, String> bearers = new TreeMap<>();
        for (String login : EVERYBODY.values()) {
            if (!login.isEmpty()) {
                bearers.put(login, cast.bearer(login));
            }
        }
        Map<String, List<String>> rows = new TreeMap<>();
        for (String route : routes) {
            List<String> verdicts = new ArrayList<>();
            for (String login : EVERYBODY.values()) {
                verdicts.add(
                        login.isEmpty()
                                ? ofStranger(route)
                                : verdict(route, Objects.requireNonNull(bearers.get(login))));
            }
            rows.put(route, verdicts);
        }
        return new PermissionMatrix(List.copyOf(EVERYBODY.keySet()), rows);
    }

    private String ofStranger(String route) throws Exception {
        MockHttpServletResponse response =
                mvc.perform(call(route).with(SecurityMockMvcRequestPostProcessors.csrf()))
                        .andReturn()
                        .getResponse();
        return closed(response) ? "sign-in" : "open";
    }

    private String verdict(String route, String bearer) throws Exception {
        MockHttpServletResponse response =
                mvc.perform(call(route).header(HttpHeaders.AUTHORIZATION, bearer))
                        .andReturn()
                        .getResponse();
        if (closed(response)) {
            return "sign-in";
        }
        return response.getStatus() == 403 ? "no" : "yes";
    }

    private static boolean closed(MockHttpServletResponse response) {
        String to = response.getHeader(HttpHeaders.LOCATION);
        return response.getStatus() == 401
                || to != null && to.startsWith("/sign-in?to=")
                || "/sign-in".equals(to);
    }

    /** With names that nobody has, and nothing in it. */
    private static MockHttpServletRequestBuilder call(String route) {
        String[] parts = route.split(" ");
        String address =
                parts[1].replaceAll("\\{\\w+:(\\w+)\\|[^{}]*}", "$1")
                        .replaceAll("\\{\\*?[^{}]*}", NOBODYS)
                        .replace("**", NOBODYS);
        MockHttpServletRequestBuilder call =
                request(HttpMethod.valueOf(parts[0]), URI.create(address));
        if (address.startsWith("/api/") && !parts[0].equals("GET")) {
            call.contentType(MediaType.APPLICATION_JSON).content("{}");
        }
        return call;
    }

    /** What the table says before its rows. */
    private static String comments() throws IOException {
        if (!Files.exists(WRITTEN)) {
            return "";
        }
        StringBuilder comments = new StringBuilder();
        for (String line : Files.readAllLines(WRITTEN, StandardCharsets.UTF_8)) {
            if (line.startsWith("#")) {
                comments.append(line).append('\n');
            }
        }
        return comments.toString();
    }
}
