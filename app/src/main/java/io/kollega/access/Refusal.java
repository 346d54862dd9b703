package io.kollega.access;

import io.kollega.shell.Problem;
import io.kollega.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Sends who is not signed in to the sign-in page, from where they come back; programs get 401. */
@Component
final class Refusal {
    private final Problems problems;
    private final SignedIn signedIn;
    private final RefusedAccess refused;

    Refusal(Problems problems, SignedIn signedIn, RefusedAccess refused) {
        this.problems = problems;
        this.signedIn = signedIn;
        this.refused = refused;
    }

    /** Says why the guards turned a request away: for what it is, or for who sends it. */
    void deny(
            AccessDeniedException denied, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (problems.refuseUnreadable(request, response)) {
            return;
        }
        boolean program = Problems.forPrograms(request);
        if (!(denied instanceof CsrfException)) {
            signedIn.of(request).ifPresent(it -> refused.note(it.person(), request));
            problems.write(Problem.FORBIDDEN, null, request, response);
        } else if (!program) {
            problems.write(Problem.EXPIRED, null, request, response);
        } else if (signedIn.of(request).isEmpty()) {
            signInFirst(request, response);
        } else {
            problems.write(
                    Problem.FORBIDDEN,
                    "A browser's session may only read here; to write, send a token in the header"
                            + " Authorization: Bearer.",
                    request,
                    response);
        }
    }

    void signInFirst(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Problems.forPrograms(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.write(
                    Problem.UNAUTHENTICATED,
                    "Send a token in the header Authorization: Bearer.",
                    request,
                    response);
        } else if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", signIn(pathOf(request.getHeader("HX-Current-URL"))));
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (Problems.keeps(request)) {
            problems.write(Problem.UNAUTHENTICATED, null, request, response);
        } else {
            boolean comesBack = HttpMethod.GET.matches(request.getMethod());
            response.sendRedirect(signIn(comesBack ? target(request) : null));
        }
    }

    static String target(HttpServletRequest request) {
        return request.getQueryString() == null
                ? request.getRequestURI()
                : request.getRequestURI() + "?" + request.getQueryString();
    }

    private static String signIn(@Nullable String to) {
        return to == null || to.equals("/")
                ? "/sign-in"
                : "/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }

    static @Nullable String pathOf(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            URI uri = URI.create(url);
            return uri.getRawQuery() == null
                    ? uri.getRawPath()
                    : uri.getRawPath() + "?" + uri.getRawQuery();
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** A path of our own to go to; anything else is the start page. */
    static String local(@Nullable String to) {
        if (to == null || !to.startsWith("/") || to.startsWith("//")) {
            return "/";
        }
        return to.chars().anyMatch(c -> c == '\\' || c < ' ') ? "/" : to;
    }
}
