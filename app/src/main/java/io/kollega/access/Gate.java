package io.kollega.access;

import io.kollega.permissions.Anyone;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Problem;
import io.kollega.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Lets a request through to an endpoint only by what the endpoint states: {@link Anyone}, or a
 * permission that the person holds. An endpoint that states nothing, or both, is refused.
 */
@Component
final class Gate implements HandlerInterceptor {
    private final SignedIn signedIn;
    private final Refusal refusal;
    private final Problems problems;
    private final RefusedAccess refused;

    /** As stated; reading annotations again at every call would cost more than keeping them. */
    private final Map<HandlerMethod, Rule> rules = new ConcurrentHashMap<>();

    Gate(SignedIn signedIn, Refusal refusal, Problems problems, RefusedAccess refused) {
        this.signedIn = signedIn;
        this.refusal = refusal;
        this.problems = problems;
        this.refused = refused;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof ResourceHttpRequestHandler) {
            return true;
        }
        Rule rule =
                handler instanceof HandlerMethod method
                        ? rules.computeIfAbsent(method, Gate::rule)
                        : new Closed();
        switch (rule) {
            case Open() -> {
                return true;
            }
            case Closed() -> {
                problems.write(Problem.FORBIDDEN, null, request, response);
                return false;
            }
            case AnyOf(Permission[] permissions) -> {
                Optional<Identity> identity = signedIn.of(request);
                if (identity.isEmpty()) {
                    refusal.signInFirst(request, response);
                    return false;
                }
                CurrentPerson person = identity.get().person();
                if (permissions.length > 0 && Arrays.stream(permissions).noneMatch(person::may)) {
                    refused.note(person, request);
                    problems.write(Problem.FORBIDDEN, null, request, response);
                    return false;
                }
                return true;
            }
        }
    }

    /** What controllers refuse themselves. To be asked for a proof first is no refusal. */
    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        if (response.getStatus() == Problem.FORBIDDEN.status().value()
                && !Confirmation.asksFor(handler)) {
            signedIn.of(request).ifPresent(it -> refused.note(it.person(), request));
        }
    }

    /** What an endpoint states. */
    sealed interface Rule {}

    record Open() implements Rule {}

    record Closed() implements Rule {}

    /** Signed in, with any one of these; with none named, signed in. */
    record AnyOf(Permission... permissions) implements Rule {}

    /** The method's own statement, or else its controller's. Foreign endpoints want a sign-in. */
    static Rule rule(HandlerMethod handler) {
        Anyone anyone =
                AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Anyone.class);
        Requires requires =
                AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Requires.class);
        if (anyone == null && requires == null) {
            anyone =
                    AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Anyone.class);
            requires =
                    AnnotatedElementUtils.findMergedAnnotation(
                            handler.getBeanType(), Requires.class);
        }
        if (anyone == null && requires == null && foreign(handler.getBeanType())) {
            return new AnyOf();
        }
        return rule(anyone, requires);
    }

    private static Rule rule(@Nullable Anyone anyone, @Nullable Requires requires) {
        if (anyone != null) {
            return requires == null ? new Open() : new Closed();
        }
        return requires == null ? new Closed() : new AnyOf(requires.value());
    }

    private static boolean foreign(Class<?> controller) {
        return !controller.getName().startsWith("io.kollega.");
    }
}
