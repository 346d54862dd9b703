package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The solution of a request; taking it back reopens the request. */
@RestController
@RequestMapping("/api/v1/requests/{id}/solution")
final class SolutionApi {
    private final Answers answers;

    SolutionApi(Answers answers) {
        this.answers = answers;
    }

    record Solution(@Nullable String text) {}

    @Requires({Permission.ASK, Permission.WORK_QUEUE})
    @PutMapping
    @AnswersRequest
    ResponseEntity<Object> solve(
            CurrentPerson person,
            @PathVariable long id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestBody Solution solution) {
        return answers.act(person, id, version, new Deed.Solve(Words.text(solution.text())));
    }

    @Requires({Permission.ASK, Permission.WORK_QUEUE})
    @DeleteMapping
    @AnswersRequest
    ResponseEntity<Object> reopen(
            CurrentPerson person,
            @PathVariable long id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestBody(required = false) @Nullable Solution objection) {
        return answers.act(
                person,
                id,
                version,
                new Deed.Reopen(objection == null ? "" : Words.text(objection.text())));
    }
}
