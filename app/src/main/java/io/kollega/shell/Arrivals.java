package io.kollega.shell;

import io.kollega.shell.Arrival.Pace;
import jakarta.servlet.ServletException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.InputBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Bodies that do not come at once are waited for by no thread: else a few dozen slow senders would
 * take every thread there is. What has come whole is handed on at once, and that is nearly all.
 */
@Component
@Order(2)
final class Arrivals implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
    private static final int MOST = 400;
    private static final int MOST_OF_ONE_ADDRESS = 120;
    private static final long MEMORY = 24L << 20;

    /** More than any body of a call or a form without files may have. */
    private static final long LARGEST_WITHOUT_FILES = 2L << 20;

    /** Room for typed words, so that whoever has been signed out meanwhile is shown them again. */
    private static final long LARGEST_OF_STRANGERS = 64L << 10;

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    private final Uploaders uploaders;
    private final long largest;
    private final Pace pace;

    Arrivals(
            Uploaders uploaders,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize largest,
            @Value("${kollega.bodies.patience}") Duration patience,
            @Value("${kollega.bodies.bytes-a-second}") long bytesASecond) {
        this.uploaders = uploaders;
        this.largest = largest.toBytes();
        this.pace = new Pace(patience, bytesASecond);
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Reception()));
    }

    /** Before everything else, and after it what says refusals in our own words. */
    private final class Reception extends ValveBase {
        private static final String ARRIVAL = "io.kollega.arrival";

        private final Shares shares = new Shares(MOST, MOST_OF_ONE_ADDRESS, MEMORY);

        Reception() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response)
                throws IOException, ServletException {
            Arrival arrival = (Arrival) request.getNote(ARRIVAL);
            if (arrival == null && request.getContext() != null && !isHere(request)) {
                receive(request, response);
            } else if (arrival != null && request.isAsyncDispatching()) {
                request.removeNote(ARRIVAL);
                // From here on it is a request like any other.
                request.getCoyoteRequest().action(ActionCode.ASYNC_DISPATCHED, null);
                try (arrival) {
                    handOn(arrival, request, response);
                }
            } else {
                getNext().invoke(request, response);
            }
        }

        private static boolean isHere(Request request) {
            org.apache.coyote.Request coyote = request.getCoyoteRequest();
            if (coyote.isFinished()) {
                return true;
            }
            coyote.action(ActionCode.AVAILABLE, true);
            long length = request.getContentLengthLong();
            return length >= 0 && coyote.getAvailable() >= length;
        }

        private void receive(Request request, Response response)
                throws IOException, ServletException {
            boolean files = hasFiles(request);
            boolean foreign;
            try {
                foreign = files && !uploaders.known(request.getRequest());
            } catch (RuntimeException e) {
                LOG.warn("It can't be told who sends files", e);
                refuse(Problem.UNAVAILABLE, request, response);
                return;
            }
            long limit = foreign ? LARGEST_OF_STRANGERS : files ? largest : LARGEST_WITHOUT_FILES;
            boolean tooLarge = request.getContentLengthLong() > limit;
            Problem answer = foreign ? Problem.UNAUTHENTICATED : Problem.TOO_LARGE;
            if (tooLarge && request.getCoyoteRequest().hasExpectation()) {
                refuse(answer, request, response);
                return;
            }
            Optional<Shares.Share> share = shares.take(request.getRemoteAddr());
            if (share.isEmpty()) {
                refuse(Problem.TOO_MANY, request, response);
                return;
            }
            request.getCoyoteRequest().action(ActionCode.ACK, ContinueResponseTiming.ALWAYS);
            Arrival arrival =
                    new Arrival(
                            request.getCoyoteRequest(),
                            request.startAsync(request.getRequest(), response.getResponse()),
                            new Collected(
                                    tooLarge ? 0 : limit,
                                    files && !foreign ? folder(request) : null,
                                    share.get()),
                            share.get(),
                            pace,
                            answer);
            request.setNote(ARRIVAL, arrival);
            arrival.begin();
        }

        private void handOn(Arrival arrival, Request request, Response response)
                throws IOException, ServletException {
            Optional<Problem> problem = arrival.problem();
            if (problem.isPresent()) {
                refuse(problem.get(), request, response);
                return;
            }
            org.apache.coyote.Request coyote = request.getCoyoteRequest();
            InputBuffer connection = coyote.getInputBuffer();
            coyote.setInputBuffer(arrival.body());
            try {
                getNext().invoke(request, response);
            } finally {
                coyote.setInputBuffer(connection);
            }
        }

        /** By a page of ours where nothing more comes; else the connection ends with the answer. */
        private void refuse(Problem problem, Request request, Response response)
                throws IOException, ServletException {
            org.apache.coyote.Request coyote = request.getCoyoteRequest();
            if (!coyote.isFinished()) {
                response.sendError(problem.status().value());
                coyote.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            } else {
                Received.refuse(request.getRequest(), problem);
                getNext().invoke(request, response);
            }
        }

        private static boolean hasFiles(Request request) {
            String type = request.getContentType();
            return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        }

        private static @Nullable Path folder(Request request) {
            Object folder =
                    request.getContext()
                            .getServletContext()
                            .getAttribute(jakarta.servlet.ServletContext.TEMPDIR);
            return folder instanceof File file ? file.toPath() : null;
        }
    }
}
