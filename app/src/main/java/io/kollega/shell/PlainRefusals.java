package io.kollega.shell;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the container refuses before the application has seen it, such as an address that can't be,
 * is said in our own words, too.
 */
@Component
@Order(1)
final class PlainRefusals
        implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
    private final Messages messages;
    private final JsonMapper json;
    private final OutsideAddress outside;

    PlainRefusals(Messages messages, JsonMapper json, OutsideAddress outside) {
        this.messages = messages;
        this.json = json;
        this.outside = outside;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            context.setSwallowAbortedUploads(true);
            StandardHost host = (StandardHost) context.getParent();
            host.setErrorReportValveClass(Words.class.getName());
            host.getPipeline().addValve(new Words(messages, json, outside.secure()));
        });
    }

    private static final class Words extends ErrorReportValve {
        private final Messages messages;
        private final JsonMapper json;
        private final boolean secure;

        Words(Messages messages, JsonMapper json, boolean secure) {
            this.messages = messages;
            this.json = json;
            this.secure = secure;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            Problem problem = ProblemAdvice.problem(HttpStatusCode.valueOf(status));
            String address = request.getRequestURI();
            boolean program = address != null && address.startsWith("/api/");
            response.setHeader("Content-Security-Policy", "default-src 'none'");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "no-store");
            if (secure) {
                response.setHeader(OutsideAddress.KEEP_TO_TLS, OutsideAddress.FOR_A_YEAR);
            }
            response.setContentType(
                    program ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE);
            response.setCharacterEncoding("UTF-8");
            try {
                Writer writer = response.getReporter();
                if (writer != null) {
                    writer.write(
                            program
                                    ? json.writeValueAsString(problem.detail(problem.advice()))
                                    : page(problem, request));
                    response.finishResponse();
                }
            } catch (IOException e) {
                container.getLogger().debug("The reader has gone", e);
            }
        }

        private String page(Problem problem, Request request) {
            boolean english =
                    request.getHeader("Accept-Language") != null
                            && request.getLocale().getLanguage().equals("en");
            Locale locale = english ? Visitor.ENGLISH : Visitor.RUSSIAN;
            String key = "shell.problem." + problem.slug();
            String title = messages.text(locale, key);
            return """
            <!DOCTYPE html>
            <html lang="%s"><head><meta charset="utf-8"><title>%s · Kollega</title></head>
            <body><h1>%s</h1><p>%s</p><p><a href="/">%s</a></p></body></html>
            """
                    .formatted(
                            locale.getLanguage(),
                            title,
                            title,
                            messages.text(locale, key + ".do"),
                            messages.text(locale, "shell.to-start"));
        }
    }
}
