package io.kollega.access;

import io.kollega.shell.Problem;
import io.kollega.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Leads who must have a second factor, and has none, to where it is set up; all else waits. What is
 * open to anyone stays open.
 */
@Component
final class Enrolment implements HandlerInterceptor {
    static final String WHERE = "/profile/second-factor";

    private final SignedIn signedIn;
    private final Problems problems;

    Enrolment(SignedIn signedIn, Problems problems) {
        this.signedIn = signedIn;
        this.problems = problems;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)
                || !signedIn.unguarded(request)
                || method.getBeanType().isAnnotationPresent(EvenUnguarded.class)
                || Gate.rule(method) instanceof Gate.Open) {
            return true;
        }
        if (Problems.forPrograms(request)) {
            problems.write(
                    Problem.FORBIDDEN,
                    "Set up a second factor first, on the profile page.",
                    request,
                    response);
        } else if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", WHERE);
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.sendRedirect(WHERE);
        }
        return false;
    }
}
