package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.PersonId;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who has a request in hand. */
@RestController
@RequestMapping("/api/v1/requests/{id}/assignment")
final class AssignmentApi {
    private final Answers answers;

    AssignmentApi(Answers answers) {
        this.answers = answers;
    }

    record Assignment(@Nullable Long person) {}

    @Requires({Permission.ASK, Permission.WORK_QUEUE})
    @PutMapping
    @AnswersRequest
    ResponseEntity<Object> assign(
            CurrentPerson person,
            @PathVariable long id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestBody Assignment assignment) {
        return assignment.person() == null
                ? Problem.INVALID.answer("Say who takes it, as {\"person\": ID}.")
                : answers.act(
                        person, id, version, new Deed.Assign(new PersonId(assignment.person())));
    }

    /** Puts it back into the queue. */
    @Requires({Permission.ASK, Permission.WORK_QUEUE})
    @DeleteMapping
    @AnswersRequest
    ResponseEntity<Object> unassign(
            CurrentPerson person,
            @PathVariable long id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        return answers.act(person, id, version, new Deed.Unassign());
    }
}
