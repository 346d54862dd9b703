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

/** The client needs a request no more. */
@RestController
@RequestMapping("/api/v1/requests/{id}/withdrawal")
final class WithdrawalApi {
    private final Answers answers;

    WithdrawalApi(Answers answers) {
        this.answers = answers;
    }

    record Withdrawal(@Nullable String text) {}

    @Requires({Permission.ASK, Permission.WORK_QUEUE})
    @PutMapping
    @AnswersRequest
    ResponseEntity<Object> withdraw(
            CurrentPerson person,
            @PathVariable long id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestBody(required = false) @Nullable Withdrawal given) {
        return answers.act(
                person,
                id,
                version,
                new Deed.Withdraw(given == null ? "" : Words.text(given.text())));
    }
}
