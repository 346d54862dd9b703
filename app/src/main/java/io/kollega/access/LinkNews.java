package io.kollega.access;

import io.kollega.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Puts before the first page of a sign-in that somebody else made a link for the password, until
 * that is read: a link is a way into an account, and its owner must not be the last to know.
 */
@Component
final class LinkNews implements HandlerInterceptor {
    static final String PATH = "/profile/password-link";

    private final SignedIn signedIn;

    LinkNews(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        boolean page =
                handler instanceof HandlerMethod
                        && HttpMethod.GET.matches(request.getMethod())
                        && request.getHeader("HX-Request") == null
                        && !Problems.forPrograms(request)
                        && !request.getRequestURI().startsWith("/profile/password");
        if (!page
                || signedIn.of(request)
                        .filter(it -> it.linkUntold() && it.scope() == null)
                        .isEmpty()) {
            return true;
        }
        response.sendRedirect(
                PATH + "?to=" + URLEncoder.encode(Refusal.target(request), StandardCharsets.UTF_8));
        return false;
    }
}
