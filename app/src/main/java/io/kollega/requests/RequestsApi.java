package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.calls.RepeatableCalls;
import io.kollega.catalog.ServiceId;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.promises.Deadlines;
import io.kollega.requests.events.RequestId;
import io.kollega.shell.Problem;
import io.kollega.shell.ValuesOf;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/requests")
final class RequestsApi {
    private final Submissions submissions;
    private final RepeatableCalls calls;
    private final Answers answers;

    RequestsApi(Submissions submissions, RepeatableCalls calls, Answers answers) {
        this.submissions = submissions;
        this.calls = calls;
        this.answers = answers;
    }

    /** What is asked. Either a service or a unit is named; without a kind, a question. */
    record NewRequest(
            @Nullable Long service,
            @Nullable Long unit,
            @ValuesOf(Kind.class) @Nullable String kind,
            @Nullable String subject,
            @Nullable String body,
            @Schema(description = "Answers to the fields of the service, by their keys")
                    @Nullable Map<String, @Nullable String> fields) {

        Asking asking() {
            Map<String, String> given = new TreeMap<>();
            if (fields != null) {
                fields.forEach((key, value) -> given.put(key, Words.text(value)));
            }
            return new Asking(
                    service == null ? null : new ServiceId(service),
                    unit == null ? null : new UnitId(unit),
                    kind == null ? Kind.QUESTION : Kind.of(kind).orElse(null),
                    Words.line(subject),
                    Words.text(body),
                    given);
        }
    }

    @Requires(Permission.ASK)
    @PostMapping
    @ApiResponse(
            responseCode = "201",
            description = "Submitted, with its deadlines",
            content = @Content(schema = @Schema(implementation = RequestDocument.class)))
    ResponseEntity<Object> submit(
            CurrentPerson person,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewRequest asked) {
        Asking asking = asked.asking();
        return calls.answer(
                person.id(),
                key,
                "requests:" + asking,
                () ->
                        switch (submissions.submit(person, asking)) {
                            case Submitted.Accepted(Request request, Deadlines deadlines) ->
                                    created(request, deadlines);
                            case Submitted.Refused(Map<String, String> problems) ->
                                    Problem.INVALID.answer(sentences(problems));
                        });
    }

    @Requires({Permission.ASK, Permission.WORK_QUEUE})
    @GetMapping("/{id}")
    @AnswersRequest
    ResponseEntity<Object> show(CurrentPerson person, @PathVariable long id) {
        return answers.show(person, new RequestId(id));
    }

    private ResponseEntity<Object> created(Request request, Deadlines deadlines) {
        Entry submitted =
                new Entry(
                        1,
                        request.submittedAt(),
                        request.client(),
                        request.clientUnit(),
                        new Happening.Submitted(),
                        "");
        return calls.created(
                "/api/v1/requests/" + request.id().value(),
                RequestDocument.of(request, deadlines, List.of(submitted)));
    }

    private String sentences(Map<String, String> problems) {
        return problems.entrySet().stream()
                .map(problem -> {
                    String sentence = answers.sentence(problem.getValue());
                    return problem.getKey().startsWith("field.")
                            ? "fields." + problem.getKey().substring(6) + ": " + sentence
                            : sentence;
                })
                .collect(Collectors.joining(" "));
    }
}
