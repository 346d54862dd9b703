package io.kollega.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

class ProblemAdviceTest {
    @Test
    void knowsWhoseFaultItIs() {
        Map.<Throwable, Problem>of(
                        new IllegalStateException(),
                        Problem.BROKEN,
                        new DataIntegrityViolationException("x"),
                        Problem.BROKEN,
                        new DataAccessResourceFailureException("x"),
                        Problem.UNAVAILABLE,
                        new CannotCreateTransactionException("x"),
                        Problem.UNAVAILABLE,
                        new ServletException(new TransactionSystemException("rollback failed")),
                        Problem.UNAVAILABLE,
                        new NoResourceFoundException(HttpMethod.GET, "/x", "x"),
                        Problem.NOT_FOUND,
                        new HttpRequestMethodNotSupportedException("PATCH"),
                        Problem.METHOD_NOT_ALLOWED,
                        new HttpMediaTypeNotSupportedException("x"),
                        Problem.UNSUPPORTED_TYPE,
                        new MaxUploadSizeExceededException(1),
                        Problem.TOO_LARGE,
                        new ResponseStatusException(HttpStatus.PAYMENT_REQUIRED),
                        Problem.MALFORMED)
                .forEach((thrown, problem) ->
                        assertThat(ProblemAdvice.problem(thrown))
                                .as(thrown.toString())
                                .isEqualTo(problem));
    }

    @Test
    void findsTheProblemOfEachStatus() {
        for (Problem problem : Problem.values()) {
            assertThat(ProblemAdvice.problem(problem.status()).status())
                    .isEqualTo(problem.status());
        }
        assertThat(ProblemAdvice.problem(HttpStatusCode.valueOf(418))).isEqualTo(Problem.MALFORMED);
        assertThat(ProblemAdvice.problem(HttpStatusCode.valueOf(502))).isEqualTo(Problem.BROKEN);
    }
}
