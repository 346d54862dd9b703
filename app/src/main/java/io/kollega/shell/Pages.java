package io.kollega.shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.kollega.permissions.Permission;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Renders templates with all that surrounds them. */
@Component
public final class Pages {
    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, Pages.class.getClassLoader(), "io.kollega");
    private final Visitors visitors;
    private final Messages messages;
    private final List<NavEntry> navigation;
    private final List<Surroundings> surroundings;
    private final Assets assets;
    private final Clock clock;

    Pages(
            Visitors visitors,
            Messages messages,
            List<NavEntry> navigation,
            List<Surroundings> surroundings,
            Assets assets,
            Clock clock) {
        this.visitors = visitors;
        this.messages = messages;
        this.navigation =
                navigation.stream()
                        .sorted(Comparator.comparing(NavEntry::door).thenComparing(NavEntry::order))
                        .toList();
        this.surroundings = surroundings;
        this.assets = assets;
        this.clock = clock;
    }

    /** What a module adds to the surroundings of every page. */
    public interface Surroundings {
        default boolean demo() {
            return false;
        }

        default int waiting(HttpServletRequest request) {
            return 0;
        }
    }

    public void write(Rendered rendered, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(rendered, page(request), response);
    }

    /** Renders without asking who looks: for when that can't be told. */
    void writeToStranger(
            Rendered rendered, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Locale locale =
                request.getLocale().getLanguage().equals("en") ? Visitor.ENGLISH : Visitor.RUSSIAN;
        Visitor stranger =
                new Visitor(
                        false,
                        "",
                        "",
                        "",
                        locale,
                        ZoneOffset.UTC,
                        "auto",
                        CsvCustom.of(locale),
                        true,
                        Set.of());
        write(
                rendered,
                new Page(
                        stranger,
                        messages,
                        request.getRequestURI(),
                        "/",
                        assets,
                        null,
                        List.of(),
                        () -> new Page.Notices(false, null, 0),
                        clock),
                response);
    }

    private void write(Rendered rendered, Page page, HttpServletResponse response)
            throws IOException {
        Utf8ByteOutput output = new Utf8ByteOutput();
        templates.render(
                rendered.template() + ".jte",
                Map.of("page", page, "view", rendered.view()),
                output);
        response.setStatus(rendered.status().value());
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        // In one piece: each of the many small ones would pass through every layer of the answer.
        ByteArrayOutputStream whole = new ByteArrayOutputStream(output.getContentLength());
        output.writeTo(whole);
        response.setContentLength(whole.size());
        whole.writeTo(response.getOutputStream());
    }

    /** The surroundings of this request, for texts outside templates. */
    public Page page(HttpServletRequest request) {
        Visitor visitor = visitors.of(request);
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        @Nullable Supplier<CsrfToken> csrf = token == null ? null : () -> token;
        Set<Permission> permissions = visitor.permissions();
        List<NavEntry> visible =
                permissions.isEmpty()
                        ? List.of()
                        : navigation.stream().filter(e -> e.visibleTo(visitor)).toList();
        String path = (String) request.getAttribute("jakarta.servlet.error.request_uri");
        return new Page(
                visitor,
                messages,
                path == null ? request.getRequestURI() : path,
                address(request),
                assets,
                csrf,
                visible,
                () -> notices(visitor, request),
                clock);
    }

    private Page.Notices notices(Visitor visitor, HttpServletRequest request) {
        return new Page.Notices(
                surroundings.stream().anyMatch(Surroundings::demo),
                notice(visitor.locale(), request),
                visitor.signedIn()
                        ? surroundings.stream().mapToInt(s -> s.waiting(request)).sum()
                        : 0);
    }

    /** Only a text of our own is shown, whatever an address says. */
    private Page.@Nullable Notice notice(Locale locale, HttpServletRequest request) {
        @Nullable String done = request.getParameter("done");
        @Nullable String key = done == null ? request.getParameter("undone") : done;
        if (key == null || !messages.has(locale, key)) {
            return null;
        }
        @Nullable String count = request.getParameter("count");
        return new Page.Notice(
                key,
                count != null && count.matches("\\d{1,6}") ? Integer.parseInt(count) : 0,
                done != null);
    }

    private static String address(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())
                || request.getDispatcherType() != DispatcherType.REQUEST) {
            return "/";
        }
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam("done")
                .replaceQueryParam("undone")
                .replaceQueryParam("count")
                .build()
                .toUriString();
    }
}
