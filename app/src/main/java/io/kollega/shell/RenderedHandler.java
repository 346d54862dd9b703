package io.kollega.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a controller return {@link Rendered}. */
@Configuration(proxyBeanMethods = false)
class RenderedHandler implements WebMvcConfigurer, HandlerMethodReturnValueHandler {
    private final ObjectProvider<Pages> pages;

    RenderedHandler(ObjectProvider<Pages> pages) {
        this.pages = pages;
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(this);
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return Rendered.class.isAssignableFrom(type.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value,
            MethodParameter type,
            ModelAndViewContainer container,
            NativeWebRequest request)
            throws IOException {
        container.setRequestHandled(true);
        pages.getObject()
                .write(
                        (Rendered) Objects.requireNonNull(value),
                        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)),
                        Objects.requireNonNull(
                                request.getNativeResponse(HttpServletResponse.class)));
    }
}
