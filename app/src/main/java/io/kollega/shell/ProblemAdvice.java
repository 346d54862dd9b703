package io.kollega.shell;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Answers whatever a controller throws with a problem, never with a stack trace. */
@ControllerAdvice
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void answer(Exception thrown, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (thrown instanceof AsyncRequestNotUsableException) {
            LOG.debug("The reader of {} has gone", request.getRequestURI());
            return;
        }
        Problem unreadable = Received.problem(request);
        Problem problem = unreadable == null ? problem(thrown) : unreadable;
        switch (problem) {
            case BROKEN -> LOG.error("{} broke", request.getRequestURI(), thrown);
            case UNAVAILABLE ->
                    LOG.warn("{}: the database can't be reached", request.getRequestURI(), thrown);
            default -> LOG.debug("{}: {}", request.getRequestURI(), problem, thrown);
        }
        if (thrown instanceof ErrorResponse answer) {
            answer.getHeaders()
                    .forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        }
        problems.write(
                problem,
                Problems.forPrograms(request) ? WhatIsWrong.with(thrown) : null,
                request,
                response);
    }

    static Problem problem(Throwable thrown) {
        return switch (thrown) {
            case MethodArgumentTypeMismatchException mismatch ->
                    mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                            ? Problem.NOT_FOUND
                            : Problem.MALFORMED;
            case MaxUploadSizeExceededException _ -> Problem.TOO_LARGE;
            case MultipartException _ -> Problem.MALFORMED;
            case RequestRejectedException _ -> Problem.MALFORMED;
            case HttpMessageNotReadableException it ->
                    it.getRootCause() instanceof Received.TooLarge
                            ? Problem.TOO_LARGE
                            : Problem.MALFORMED;
            case ErrorResponse response -> problem(response.getStatusCode());
            case ServletException wrapped when wrapped.getRootCause() != null ->
                    problem(wrapped.getRootCause());
            case CannotCreateTransactionException _ -> Problem.UNAVAILABLE;
            case TransactionSystemException _ -> Problem.UNAVAILABLE;
            case DataAccessResourceFailureException _ -> Problem.UNAVAILABLE;
            case QueryTimeoutException _ -> Problem.UNAVAILABLE;
            case TransientDataAccessException _ -> Problem.UNAVAILABLE;
            default -> Problem.BROKEN;
        };
    }

    static Problem problem(HttpStatusCode status) {
        for (Problem problem : Problem.values()) {
            if (problem.status().isSameCodeAs(status)) {
                return problem;
            }
        }
        return status.is4xxClientError() ? Problem.MALFORMED : Problem.BROKEN;
    }
}
