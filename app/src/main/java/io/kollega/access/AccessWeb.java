package io.kollega.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Puts the {@link Gate} before every endpoint, and gives controllers the {@link CurrentPerson};
 * null at an endpoint that is open to anyone, when nobody is signed in.
 */
@Component
final class AccessWeb implements WebMvcConfigurer, HandlerMethodArgumentResolver {
    private final Gate gate;
    private final Enrolment enrolment;
    private final Confirmation confirmation;
    private final LinkNews linkNews;
    private final SignedIn signedIn;

    AccessWeb(
            Gate gate,
            Enrolment enrolment,
            Confirmation confirmation,
            LinkNews linkNews,
            SignedIn signedIn) {
        this.gate = gate;
        this.enrolment = enrolment;
        this.confirmation = confirmation;
        this.linkNews = linkNews;
        this.signedIn = signedIn;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate);
        registry.addInterceptor(enrolment);
        registry.addInterceptor(confirmation);
        registry.addInterceptor(linkNews);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CurrentPerson.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest http =
                Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        return signedIn.of(http).map(Identity::person).orElse(null);
    }
}
