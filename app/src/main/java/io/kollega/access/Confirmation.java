package io.kollega.access;

import io.kollega.permissions.Confirmed;
import io.kollega.shell.Pages;
import io.kollega.shell.Problem;
import io.kollega.shell.Problems;
import io.kollega.shell.Rendered;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriUtils;

/**
 * Asks for a proof before a {@link Confirmed} deed, unless there was one a few minutes ago. The
 * proof comes with the deed itself: the form that asks sends what was typed once more to where it
 * went, so nothing is kept meanwhile and nothing is lost. Behind the {@link Gate}, so that nobody
 * is asked in vain.
 */
@Component
final class Confirmation implements HandlerInterceptor {
    static final String FIELD = "confirm-";
    private static final String COME_BACK = "/confirmation";

    private final SignedIn signedIn;
    private final SessionTimes times;
    private final Sessions sessions;
    private final Proofs proofs;
    private final Problems problems;
    private final ObjectProvider<Pages> pages;

    Confirmation(
            SignedIn signedIn,
            SessionTimes times,
            Sessions sessions,
            Proofs proofs,
            Problems problems,
            ObjectProvider<Pages> pages) {
        this.signedIn = signedIn;
        this.times = times;
        this.sessions = sessions;
        this.proofs = proofs;
        this.problems = problems;
        this.pages = pages;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!asksFor(handler)) {
            return true;
        }
        Optional<SessionPerson> session = signedIn.session();
        Optional<Identity> identity = signedIn.of(request);
        if (identity.isPresent() && !forThat(identity.get())) {
            problems.write(
                    Problem.FORBIDDEN,
                    "This token may not do that; make one with the scope administer.",
                    request,
                    response);
            return false;
        }
        if (identity.isEmpty()) {
            return true;
        }
        if (session.isEmpty()) {
            return byToken((HandlerMethod) handler, request, response);
        }
        if (times.fresh(session.get())) {
            return true;
        }
        CurrentPerson person = identity.get().person();
        SignIn.Outcome outcome = proofs.check(person, request).orElse(null);
        return switch (outcome) {
            case null -> ask(person, null, HttpStatus.FORBIDDEN, request, response);
            case SignIn.Outcome.Admitted _ -> {
                sessions.proved(session.get(), request, response);
                yield true;
            }
            case SignIn.Outcome.Wrong() ->
                    ask(
                            person,
                            "access.confirm.wrong",
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            request,
                            response);
            case SignIn.Outcome.Later later -> {
                Waiting waiting = Waiting.of(later);
                waiting.tell(response);
                yield ask(person, waiting.problem(), waiting.status(), request, response);
            }
        };
    }

    /** A token can't be asked for a proof: it was made for this, or it may not. */
    private static boolean forThat(Identity identity) {
        return identity.scope() == null || identity.scope() == TokenScope.ADMINISTER;
    }

    /** A token can't be asked anything, so what guards a person is not its to change. */
    private boolean byToken(
            HandlerMethod handler, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!handler.getBeanType().isAnnotationPresent(InPerson.class)) {
            return true;
        }
        problems.write(Problem.FORBIDDEN, null, request, response);
        return false;
    }

    static boolean asksFor(Object handler) {
        return handler instanceof HandlerMethod method
                && (method.hasMethodAnnotation(Confirmed.class)
                        || method.getBeanType().isAnnotationPresent(Confirmed.class));
    }

    private boolean ask(
            CurrentPerson person,
            @Nullable String problem,
            HttpStatus status,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            String from = Refusal.pathOf(request.getHeader("HX-Current-URL"));
            response.setHeader(
                    "HX-Redirect",
                    COME_BACK + "?to=" + UriUtils.encode(from == null ? "/" : from, "UTF-8"));
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return false;
        }
        boolean page = HttpMethod.GET.matches(request.getMethod());
        boolean comesBack = page && !request.getRequestURI().equals(COME_BACK);
        ConfirmView view =
                new ConfirmView(
                        page ? COME_BACK : request.getRequestURI(),
                        comesBack
                                ? List.of(new ConfirmView.Field("to", Refusal.target(request)))
                                : typed(request),
                        person.login(),
                        proofs.known(person),
                        times.proofMinutes(),
                        problem);
        pages.getObject().write(new Rendered("access/confirm", view, status), request, response);
        return false;
    }

    private static List<ConfirmView.Field> typed(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(it -> !it.getKey().equals("_csrf") && !it.getKey().startsWith(FIELD))
                .flatMap(it ->
                        Arrays.stream(it.getValue())
                                .map(value -> new ConfirmView.Field(it.getKey(), value)))
                .toList();
    }
}
