package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The provider declines a request, with a reason. */
@RestController
@RequestMapping("/api/v1/requests/{id}/refusal")
final class RefusalApi {
    private final Answers answers;

    RefusalApi(Answers answers) {
        this.answers = answers;
    }

    record Reason(@Nullable String reason) {}

    @Requires({Permission.ASK, Permission.WORK_QUEUE})
    @PutMapping
    @AnswersRequest
    ResponseEntity<Object> decline(
            CurrentPerson person,
            @PathVariable long id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestBody(required = false) @Nullable Reason given) {
        return answers.act(
                person,
                id,
                version,
                new Deed.Decline(given == null ? "" : Words.text(given.reason())));
    }
}
