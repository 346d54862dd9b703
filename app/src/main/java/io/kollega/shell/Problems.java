package io.kollega.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a request with a problem: a page for people, {@code application/problem+json} for
 * programs.
 */
@Component
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final ObjectProvider<Pages> pages;
    private final JsonMapper json;

    Problems(ObjectProvider<Pages> pages, JsonMapper json) {
        this.pages = pages;
        this.json = json;
    }

    /** Whether a program is likely to read the answer. */
    public static boolean forPrograms(HttpServletRequest request) {
        String failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed;
        return path.startsWith("/api/") || path.startsWith("/actuator/") || path.equals("/health");
    }

    /** Refuses a request that can't be read as a whole; false if it can. */
    public boolean refuseUnreadable(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problem problem = Received.problem(request);
        if (problem == null) {
            return false;
        }
        String sentence =
                switch (problem) {
                    case TOO_LARGE -> "A body may have 1 MB, a file 20 MB, a form 50 MB.";
                    case MALFORMED ->
                            "The query or the form can't be decoded: send UTF-8, percent-encoded.";
                    default -> problem.advice();
                };
        write(problem, forPrograms(request) ? sentence : null, request, response);
        return true;
    }

    /** Whether the page of a problem can show what was typed and would be lost. */
    public static boolean keeps(HttpServletRequest request) {
        return !Leftovers.typed(request).isEmpty();
    }

    /**
     * Writes the answer.
     *
     * @param sentence what to do, in the reader's language; null for the usual advice
     */
    public void write(
            Problem problem,
            @Nullable String sentence,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status().value());
        if (forPrograms(request)) {
            byte[] body =
                    json.writeValueAsBytes(
                            problem.detail(sentence == null ? problem.advice() : sentence));
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        } else {
            show(problem, sentence, request, response);
        }
    }

    /** Who looks is a question to the database, which is not asked again when it is away. */
    private void show(
            Problem problem,
            @Nullable String sentence,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Rendered page =
                new Rendered(
                        "shell/problem",
                        new ProblemView(
                                problem,
                                sentence,
                                Leftovers.typed(request),
                                Leftovers.from(request)),
                        problem.status());
        if (problem == Problem.UNAVAILABLE) {
            pages.getObject().writeToStranger(page, request, response);
            return;
        }
        try {
            pages.getObject().write(page, request, response);
        } catch (RuntimeException e) {
            LOG.warn("The page of problem {} is shown without its visitor", problem, e);
            pages.getObject().writeToStranger(page, request, response);
        }
    }
}
