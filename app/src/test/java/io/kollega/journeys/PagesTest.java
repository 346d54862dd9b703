package io.kollega.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import io.kollega.Cast;
import io.kollega.KollegaServerTest;
import io.kollega.catalog.Catalog;
import io.kollega.catalog.NewService;
import io.kollega.catalog.ServiceId;
import io.kollega.journeys.Visits.Size;
import io.kollega.organization.Name;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Every page, in both languages, both themes, wide and narrow: axe finds nothing, the browser
 * complains of nothing, nothing needs more width than there is, no text is missing.
 */
@KollegaServerTest
@ExtendWith(Chromium.class)
class PagesTest {
    /** What a browser shows on its own or within another page. */
    private static final Pattern NO_PAGE =
            Pattern.compile(
                    "/api/.*|/health|/error.*|.*\\.(csv|xlsx)|.*\\{(ending|format):.*|.*/fragment"
                            + "|.*/attachments/.*|/services/list|/requests/new/services"
                            + "|/requests/people|/requests|/webjars/.*|/\\*\\*");

    /** A message key that no file knows is shown as it is. */
    private static final Pattern KEY = Pattern.compile("\\b[a-z]+(\\.[a-z][a-z-]+){2,}\\b");

    @LocalServerPort int port;

    /** Somebody for whom a password link is made. */
    private static final String LINKED = "client10";

    @Autowired Cast cast;
    @Autowired Catalog catalog;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping endpoints;

    private record Shown(String login, String path, int status) {}

    @ParameterizedTest(name = "{0}, {1}, {2} px wide")
    @CsvSource({
        "ru, light, 1280, 800",
        "en, dark, 1280, 800",
        "en, light, 360, 740",
        "ru, dark, 360, 740"
    })
    void areForEverybody(String language, String theme, int width, int height, Browser browser) {
        List<String> found = new ArrayList<>();
        Set<String> missing = patterns();
        Size size = new Size(width, height);
        try (Visits visits = new Visits(browser, port)) {
            List<Shown> pages = pages(visits);
            pages.forEach(page ->
                    missing.removeIf(
                            pattern -> covers(pattern, page.path.replaceAll("\\?.*", ""))));
            String before = "";
            Window window = visits.stranger(language, size, true);
            for (Shown page : pages) {
                if (!page.login.equals(before)) {
                    window =
                            page.login.isEmpty()
                                    ? visits.stranger(language, size, true)
                                    : visits.window(page.login, language, theme, size, true);
                    before = page.login;
                }
                found.addAll(look(window, page, language, theme, size));
            }
            // Until it is read it would stand before every page of others' journeys.
            Window told = visits.window(LINKED, language, size);
            told.open("/profile/password-link");
            told.press("form[action$='/profile/password-link'] button");
        }
        assertThat(found).isEmpty();
        assertThat(missing).as("pages that nobody looks at").isEmpty();
    }

    private static List<String> look(
            Window window, Shown page, String language, String theme, Size size) {
        List<String> found = new ArrayList<>();
        String where =
                page.path
                        + " ("
                        + page.login
                        + ", "
                        + language
                        + ", "
                        + theme
                        + ", "
                        + size
                        + "): ";
        Response response = window.open(page.path);
        if (response.status() != page.status) {
            found.add(where + "answered " + response.status());
        }
        window.shoot(
                "%s-%s-%d-%s%s"
                        .formatted(
                                language,
                                theme,
                                size.width(),
                                page.login,
                                page.path.replaceAll("[^a-z0-9]+", "-")));
        found.addAll(judge(window, where, page.status >= 400));
        if (size.equals(Visits.DESKTOP) && window.find("main details:not(.menu)").count() > 0) {
            // What is folded up is part of the page too.
            window.page()
                    .evaluate(
                            "() => document.querySelectorAll('main details:not(.menu)')"
                                    + ".forEach(one => one.open = true)");
            found.addAll(judge(window, where + "unfolded, ", page.status >= 400));
        }
        return found;
    }

    private static List<String> judge(Window window, String where, boolean refused) {
        List<String> found = new ArrayList<>();
        if (window.overflows()) {
            found.add(where + "overflows");
        }
        java.util.regex.Matcher key = KEY.matcher(window.text("body"));
        if (key.find()) {
            found.add(where + "shows " + key.group());
        }
        for (Rule rule :
                new AxeBuilder(window.page()).setLegacyMode(true).analyze().getViolations()) {
            found.add(
                    where
                            + rule.getId()
                            + rule.getNodes().stream()
                                    .limit(3)
                                    .map(CheckedNode::getHtml)
                                    .collect(Collectors.joining("\n  ", "\n  ", "")));
        }
        for (String complaint : window.complaints()) {
            // That a page is refused the browser reports too.
            if (!refused || !complaint.contains("status of 4")) {
                found.add(where + complaint);
            }
        }
        return found;
    }

    private List<Shown> pages(Visits visits) {
        long it = cast.unit("it").value();
        long procurement = cast.unit("procurement").value();
        long logistics = cast.unit("logistics").value();
        ServiceId service = service();
        Earlier earlier = new Earlier(port, cast);
        earlier.rated(6, "procurement", "dmitry");
        String queued =
                earlier.asked(
                        "irina", "it", "Не печатает принтер " + "оченьдлинноеслово".repeat(6));
        String solved = earlier.solved("irina", "it", "pavel", "Новый стул");
        String paused = earlier.paused("irina", "it", "pavel", "Доступ к папке");
        String revealed = earlier.rated("irina", "it", "pavel", "Заменить мышь", 8);
        String attached = attached(visits, it);
        visits.untilTheMatrixShowsACell();
        String standard = "/our-services/" + service.value() + "/standard";
        String preview = preview(visits);
        link(visits, cast.id(LINKED).value());
        List<Shown> pages = new ArrayList<>();
        show(pages, "", 200, "/sign-in", "/sign-in/second-factor");
        show(pages, "", 404, "/password/gone", "/first-administrator/gone");
        show(
                pages,
                "irina",
                200,
                "/",
                "/requests/new",
                "/requests/new?q=ноутбук",
                "/requests/new?service=" + service.value(),
                "/requests/new?unit=" + it,
                "/requests/mine",
                "/requests/mine?state=all&q=нет+такого",
                queued,
                paused,
                solved,
                attached,
                queued + "/history",
                solved + "/rating",
                revealed + "/rating",
                "/ratings/waiting",
                "/services",
                "/services/" + service.value(),
                "/services/" + service.value() + "/standards/1",
                "/notifications",
                "/profile",
                "/profile/password",
                "/profile/tokens",
                "/profile/stand-ins",
                "/profile/mail",
                "/profile/sessions",
                "/profile/second-factor",
                "/confirmation",
                "/figures/matrix",
                "/figures/matrix?client=" + logistics + "&provider=" + procurement,
                "/figures/matrix?view=fair&measure=ease",
                "/figures/units/" + procurement,
                "/figures/units/" + logistics,
                "/figures/travel");
        show(pages, "irina", 403, "/administration/units");
        show(pages, "irina", 404, "/nowhere", "/requests/999999999");
        show(
                pages,
                "pavel",
                200,
                "/queue",
                "/queue/board",
                "/queue?q=нет+такого",
                queued,
                paused,
                solved,
                solved + "/rating");
        show(
                pages,
                "vera",
                200,
                "/our-services",
                "/our-services/new?unit=" + it,
                "/our-services/" + service.value(),
                standard,
                "/our-services/units/" + it + "/standard");
        show(
                pages,
                "adam",
                200,
                "/",
                "/administration/units",
                "/administration/units/new",
                "/administration/units/" + it,
                "/administration/units/" + it + "/form",
                "/administration/people",
                "/administration/people?q=Котова",
                "/administration/people/new",
                "/administration/people/" + cast.id("irina").value(),
                "/administration/people/" + cast.id("irina").value() + "/form",
                "/administration/accounts",
                "/administration/second-factor",
                "/administration/mail",
                "/administration/import",
                preview,
                "/calendars",
                "/calendars/new",
                "/calendars/ru",
                "/holidays",
                "/holidays/2026",
                "/holidays/2030");
        show(pages, "rita", 200, "/administration/audit");
        show(pages, LINKED, 200, "/profile/password-link");
        return pages;
    }

    private static void show(List<Shown> pages, String login, int status, String... paths) {
        for (String path : paths) {
            pages.add(new Shown(login, path, status));
        }
    }

    private static String attached(Visits visits, long unit) {
        Window irina = visits.window("irina", "ru", Visits.DESKTOP);
        irina.open("/requests/new?unit=" + unit);
        irina.fill("#subject", "С файлом");
        irina.find("#files")
                .setInputFiles(
                        new FilePayload(
                                "счёт.txt",
                                "text/plain",
                                "Сто рублей".getBytes(StandardCharsets.UTF_8)));
        irina.press("main form[action='/requests'] button.btn-primary");
        assertThat(irina.text("main")).contains("счёт.txt");
        return irina.path();
    }

    /** The administrator makes somebody a link for a new password, of which they are told. */
    private static void link(Visits visits, long person) {
        Window adam = visits.window("adam", "ru", Visits.DESKTOP);
        adam.open("/administration/people/" + person);
        adam.press("form[action$='/password-link'] button");
    }

    private static String preview(Visits visits) {
        Window adam = visits.window("adam", "ru", Visits.DESKTOP);
        adam.open("/administration/import");
        adam.find("input[type=file]")
                .first()
                .setInputFiles(
                        new FilePayload(
                                "units.csv",
                                "text/csv",
                                "code,name\nnew,Новое\n".getBytes(StandardCharsets.UTF_8)));
        adam.find("input[name=kind][value=UNITS]").check();
        adam.press("main form[enctype] button");
        assertThat(adam.path()).matches("/administration/import/\\d+");
        return adam.path();
    }

    private ServiceId service() {
        return Objects.requireNonNull(
                catalog.bring(
                                List.of(
                                        new NewService(
                                                "pages-chair",
                                                cast.unit("it"),
                                                new Name("Починить стул", "Mend a chair"),
                                                new Name("Если сломался", "When it broke"),
                                                Duration.ofHours(4),
                                                Duration.ofHours(24),
                                                List.of(),
                                                List.of(
                                                        new Name(
                                                                "На стуле можно сидеть",
                                                                "One can sit on it")),
                                                List.of(
                                                        new Name(
                                                                "Сказать, где он",
                                                                "Say where it is")))))
                        .get("pages-chair"));
    }

    private Set<String> patterns() {
        Set<String> patterns = new TreeSet<>();
        for (RequestMappingInfo info : endpoints.getHandlerMethods().keySet()) {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            if (methods.contains(RequestMethod.GET)) {
                patterns.addAll(info.getPatternValues());
            }
        }
        patterns.removeIf(pattern -> NO_PAGE.matcher(pattern).matches());
        assertThat(patterns).hasSizeGreaterThan(30);
        return patterns;
    }

    private static boolean covers(String pattern, String path) {
        PathPattern parsed =
                org.springframework.web.util.pattern.PathPatternParser.defaultInstance.parse(
                        pattern);
        return parsed.matches(PathContainer.parsePath(path));
    }
}
