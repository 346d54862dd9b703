package io.kollega.calls;

import io.kollega.calls.IdempotencyKeys.Answer;
import io.kollega.organization.PersonId;
import io.kollega.shell.Problem;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Calls that may carry an Idempotency-Key. What they create they answer with a text of JSON. */
@Component
public final class RepeatableCalls {
    private final IdempotencyKeys keys;
    private final JsonMapper json;

    RepeatableCalls(IdempotencyKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /**
     * The answer of a call that has created something.
     *
     * @param address where it is
     */
    public ResponseEntity<Object> created(String address, Object document) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .location(URI.create(address))
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsString(document));
    }

    /**
     * Answers a call.
     *
     * @param content what was asked; a repetition must ask for the same
     */
    public ResponseEntity<Object> answer(
            PersonId person,
            @Nullable String key,
            String content,
            Supplier<ResponseEntity<Object>> call) {
        if (key == null) {
            return call.get();
        }
        if (key.isBlank() || key.length() > IdempotencyKeys.LONGEST) {
            return Problem.MALFORMED.answer(
                    "An Idempotency-Key has 1 to "
                            + IdempotencyKeys.LONGEST
                            + " characters. Send a shorter one, such as a UUID.");
        }
        AtomicReference<ResponseEntity<Object>> refused = new AtomicReference<>();
        return switch (keys.once(person, key, content, () -> answer(call.get(), refused))) {
            case IdempotencyKeys.Outcome.Answered(Answer answer, _) -> {
                ResponseEntity<Object> refusal = refused.get();
                yield answer.created() || refusal == null ? created(answer) : refusal;
            }
            case IdempotencyKeys.Outcome.KeyReused _ ->
                    Problem.KEY_REUSED.answer(
                            "You have sent this Idempotency-Key with another content before. Send a"
                                    + " new key with a new call.");
        };
    }

    private static Answer answer(
            ResponseEntity<Object> response, AtomicReference<ResponseEntity<Object>> refused) {
        if (response.getStatusCode().isSameCodeAs(HttpStatus.CREATED)
                && response.getBody() instanceof String body) {
            URI location = response.getHeaders().getLocation();
            return new Answer(
                    response.getStatusCode().value(),
                    true,
                    location == null ? null : location.toString(),
                    body);
        }
        refused.set(response);
        return new Answer(response.getStatusCode().value(), false, null, "");
    }

    private static ResponseEntity<Object> created(Answer answer) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(answer.status());
        if (answer.location() != null) {
            response.location(URI.create(answer.location()));
        }
        return response.contentType(MediaType.APPLICATION_JSON).body(answer.body());
    }
}
