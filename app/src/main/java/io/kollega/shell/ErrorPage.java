package io.kollega.shell;

import io.kollega.permissions.Anyone;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what went wrong outside of every controller, where the container sends it. */
@Controller
class ErrorPage implements ErrorController {
    private final Problems problems;

    ErrorPage(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    @Anyone
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Problem problem =
                thrown instanceof Exception exception
                        ? ProblemAdvice.problem(exception)
                        : status instanceof Integer code
                                ? ProblemAdvice.problem(HttpStatusCode.valueOf(code))
                                : Problem.NOT_FOUND;
        problems.write(problem, null, request, response);
    }
}
