package io.kollega.access;

import io.kollega.shell.Problem;
import io.kollega.shell.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/**
 * Guards the calls by which anonymous answers come in: one that carries a cookie tells who makes it
 * and is refused, before anything is read of it.
 */
final class Nameless extends OncePerRequestFilter {
    private static final String PATH = "/api/v1/answers/";

    private final Problems problems;

    Nameless(Problems problems) {
        this.problems = problems;
    }

    /** Whether this is such a call, however its path is written. */
    static boolean is(HttpServletRequest request) {
        return path(request).startsWith(PATH);
    }

    /** As controllers see it: decoded. */
    private static String path(HttpServletRequest request) {
        return UrlPathHelper.defaultInstance.getPathWithinApplication(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(HttpHeaders.COOKIE) != null
                || request.getCookies() != null
                || request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            problems.write(
                    Problem.MALFORMED,
                    "Answers are sent without a cookie and without any other header that tells who"
                            + " you are; a browser omits them with credentials: \"omit\".",
                    request,
                    response);
            return;
        }
        chain.doFilter(request, response);
    }

    /**
     * Leads answers that come with a token to where people are known. So no code that takes
     * anonymous answers ever sees a person.
     */
    static final class Named extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            chain.doFilter(is(request) ? new Led(request) : request, response);
        }

        @Override
        protected boolean shouldNotFilterErrorDispatch() {
            return true;
        }
    }

    /** {@code /api/v1/answers/7/receipt} as {@code /api/v1/campaigns/7/answers/receipt}. */
    private static final class Led extends HttpServletRequestWrapper {
        private final String path;

        Led(HttpServletRequest request) {
            super(request);
            // Still encoded, as whoever reads it next expects: "", api, v1, answers, campaign,
            // receipt.
            String[] parts = request.getRequestURI().split("/", 6);
            String receipt = parts.length > 5 ? "/" + parts[5] : "";
            path = "/api/v1/campaigns/" + parts[4] + "/answers" + receipt;
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public String getServletPath() {
            return path;
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(path);
        }
    }
}
