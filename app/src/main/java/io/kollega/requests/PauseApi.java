package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The pause of a request: while it lasts, the clock of the solution stands. */
@RestController
@RequestMapping("/api/v1/requests/{id}/pause")
final class PauseApi {
    private final Answers answers;

    PauseApi(Answers answers) {
        this.answers = answers;
    }

    record Pause(
            @Schema(allowableValues = {"waiting-client", "waiting-outside", "scheduled"})
                    @Nullable String reason,
            @Schema(description = "What is awaited; the client reads it") @Nullable String note) {}

    @Requires({Permission.ASK, Permission.WORK_QUEUE})
    @PutMapping
    @AnswersRequest
    ResponseEntity<Object> pause(
            CurrentPerson person,
            @PathVariable long id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestBody Pause pause) {
        return Reasons.chosen(pause.reason())
                .map(reason ->
                        answers.act(
                                person,
                                id,
                                version,
                                new Deed.Pause(reason, Words.text(pause.note()))))
                .orElseGet(() ->
                        Problem.INVALID.answer(
                                "Give a reason: waiting-client, waiting-outside or scheduled."));
    }

    @Requires({Permission.ASK, Permission.WORK_QUEUE})
    @DeleteMapping
    @AnswersRequest
    ResponseEntity<Object> resume(
            CurrentPerson person,
            @PathVariable long id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        return answers.act(person, id, version, new Deed.Resume());
    }
}
