package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The client confirms the solution, which closes the request. */
@RestController
@RequestMapping("/api/v1/requests/{id}/confirmation")
final class ConfirmationApi {
    private final Answers answers;

    ConfirmationApi(Answers answers) {
        this.answers = answers;
    }

    @Requires(Permission.ASK)
    @PutMapping
    @AnswersRequest
    ResponseEntity<Object> confirm(
            CurrentPerson person,
            @PathVariable long id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        return answers.act(person, id, version, new Deed.Confirm());
    }
}
