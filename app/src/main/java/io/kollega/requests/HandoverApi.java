package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Giving a request to another unit. */
@RestController
@RequestMapping("/api/v1/requests/{id}/handover")
final class HandoverApi {
    private final Answers answers;

    HandoverApi(Answers answers) {
        this.answers = answers;
    }

    record Handover(
            @Nullable Long unit,
            @Schema(description = "For the other unit; the client doesn't read it")
                    @Nullable String note) {}

    @Requires({Permission.ASK, Permission.WORK_QUEUE})
    @PutMapping
    @AnswersRequest
    ResponseEntity<Object> handOver(
            CurrentPerson person,
            @PathVariable long id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestBody Handover handover) {
        return handover.unit() == null
                ? Problem.INVALID.answer("Say which unit gets it, as {\"unit\": ID}.")
                : answers.act(
                        person,
                        id,
                        version,
                        new Deed.HandOver(
                                new UnitId(handover.unit()), Words.text(handover.note())));
    }
}
