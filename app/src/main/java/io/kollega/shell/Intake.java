package io.kollega.shell;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.format.Formatter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.view.RedirectView;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What comes in is read and cleaned before anything else looks at it, and what can't be read is
 * refused before any controller is asked; what goes out as a redirect is taken as it is written.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class Intake extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Received(request), response);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** What reads dates and JSON, and looks at each request before and after its controller. */
    @Component
    static final class Web implements WebMvcConfigurer, HandlerInterceptor {
        private final Problems problems;
        private final JsonMapper json;

        Web(Problems problems, JsonMapper json) {
            this.problems = problems;
            this.json = json;
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
        }

        @Override
        public void addFormatters(FormatterRegistry registry) {
            registry.addFormatter(
                    new Formatter<LocalDate>() {
                        @Override
                        public LocalDate parse(String typed, Locale locale) {
                            return Days.require(typed);
                        }

                        @Override
                        public String print(LocalDate day, Locale locale) {
                            return day.toString();
                        }
                    });
        }

        /**
         * A misspelt property or a number for a text is told rather than passed over; not so where
         * we read what we have written ourselves.
         */
        @Override
        public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
            converters.withJsonConverter(
                    new JacksonJsonHttpMessageConverter(
                            json.rebuild()
                                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                                    .build()));
        }

        @Override
        public boolean preHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler)
                throws IOException {
            return request.getDispatcherType() != DispatcherType.REQUEST
                    || !problems.refuseUnreadable(request, response);
        }

        /** Braces in an address are text, and letters beyond ASCII are encoded. */
        @Override
        public void postHandle(
                HttpServletRequest request,
                HttpServletResponse response,
                Object handler,
                @Nullable ModelAndView answer) {
            if (answer != null && answer.getView() instanceof RedirectView redirect) {
                redirect.setExpandUriTemplateVariables(false);
                redirect.setExposeModelAttributes(false);
                String address = redirect.getUrl();
                if (address != null) {
                    redirect.setUrl(encoded(address));
                }
            }
        }
    }

    private static String encoded(String address) {
        StringBuilder encoded = new StringBuilder(address.length());
        for (byte octet : address.getBytes(StandardCharsets.UTF_8)) {
            if (octet <= ' ' || octet == 0x7f || "\"<>\\^`{|}".indexOf(octet) >= 0) {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit(octet >> 4 & 15, 16)))
                        .append(Character.toUpperCase(Character.forDigit(octet & 15, 16)));
            } else {
                encoded.append((char) octet);
            }
        }
        return encoded.toString();
    }
}
