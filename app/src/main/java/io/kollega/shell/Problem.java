package io.kollega.shell;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Every problem that the HTTP interface knows, each with its stable type (RFC 9457). */
public enum Problem {
    MALFORMED("malformed", HttpStatus.BAD_REQUEST, "The request can't be read"),
    UNAUTHENTICATED("unauthenticated", HttpStatus.UNAUTHORIZED, "Sign in or send a valid token"),
    FORBIDDEN("forbidden", HttpStatus.FORBIDDEN, "You may not do this"),
    EXPIRED("expired", HttpStatus.FORBIDDEN, "The page has expired"),
    NOT_FOUND("not-found", HttpStatus.NOT_FOUND, "There is no such thing, or not for you"),
    METHOD_NOT_ALLOWED(
            "method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED, "This can't be done here"),
    NOT_ACCEPTABLE("not-acceptable", HttpStatus.NOT_ACCEPTABLE, "It can't be had in this form"),
    CONFLICT("conflict", HttpStatus.CONFLICT, "It is not in the state for this"),
    CHANGED_MEANWHILE(
            "changed-meanwhile", HttpStatus.CONFLICT, "Somebody has changed it meanwhile"),
    GONE("gone", HttpStatus.GONE, "It is over"),
    TOO_SLOW("too-slow", HttpStatus.REQUEST_TIMEOUT, "It came too slowly"),
    TOO_LARGE("too-large", HttpStatus.CONTENT_TOO_LARGE, "It is larger than allowed"),
    UNSUPPORTED_TYPE(
            "unsupported-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE, "This type isn't accepted"),
    INVALID("invalid", HttpStatus.UNPROCESSABLE_CONTENT, "Something given isn't right"),
    KEY_REUSED(
            "idempotency-key-reused",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The idempotency key belongs to another request"),
    TOO_MANY("too-many-requests", HttpStatus.TOO_MANY_REQUESTS, "Too many attempts; wait a while"),
    UNAVAILABLE("unavailable", HttpStatus.SERVICE_UNAVAILABLE, "The database can't be reached now"),
    BROKEN("broken", HttpStatus.INTERNAL_SERVER_ERROR, "Something broke on our side");

    private final String slug;
    private final HttpStatus status;
    private final String title;

    Problem(String slug, HttpStatus status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    public HttpStatus status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    /** What the reader of a plain answer is told when nobody knows better. */
    String advice() {
        return title + ".";
    }

    /** The problem with a sentence that says what to do. */
    public ProblemDetail detail(String sentence) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, sentence);
        detail.setType(URI.create("urn:kollega:problem:" + slug));
        detail.setTitle(title);
        return detail;
    }

    /** The answer of a REST call that is refused. */
    public ResponseEntity<Object> answer(String sentence) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail(sentence));
    }
}
