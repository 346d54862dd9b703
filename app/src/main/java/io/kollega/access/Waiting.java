package io.kollega.access;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** How somebody who has to wait is told so: by the status, {@code Retry-After}, and a sentence. */
record Waiting(Duration delay, SignIn.Why why) {
    private static final Duration IN_SECONDS = Duration.ofSeconds(90);

    static Waiting of(SignIn.Outcome.Later later) {
        return new Waiting(later.delay(), later.why());
    }

    HttpStatus status() {
        return switch (why) {
            case ATTEMPTS -> HttpStatus.TOO_MANY_REQUESTS;
            case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    void tell(HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds()));
    }

    /** The message key for beside a field, without how long it takes. */
    String problem() {
        return switch (why) {
            case ATTEMPTS -> "access.sign-in.too-many";
            case BUSY -> "access.sign-in.busy";
        };
    }

    /** The message key of the sentence that takes {@link #amount}. */
    String sentence() {
        return switch (why) {
            case ATTEMPTS ->
                    inSeconds() ? "access.sign-in.slowed-seconds" : "access.sign-in.slowed-minutes";
            case BUSY -> "access.sign-in.busy";
        };
    }

    /** Seconds, or minutes when it takes longer; never less than it takes. */
    long amount() {
        return inSeconds() ? seconds() : Math.ceilDiv(seconds(), 60);
    }

    private boolean inSeconds() {
        return delay.compareTo(IN_SECONDS) <= 0;
    }

    private long seconds() {
        return Math.max(1, Math.ceilDiv(delay.toMillis(), 1000));
    }
}
