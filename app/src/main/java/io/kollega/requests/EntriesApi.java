package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.calls.RepeatableCalls;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.requests.events.RequestId;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The conversation and history of a request. */
@RestController
@RequestMapping("/api/v1/requests/{id}/entries")
final class EntriesApi {
    private final RequestRows rows;
    private final Entries entries;
    private final Deeds deeds;
    private final RepeatableCalls calls;
    private final Answers answers;

    EntriesApi(
            RequestRows rows,
            Entries entries,
            Deeds deeds,
            RepeatableCalls calls,
            Answers answers) {
        this.rows = rows;
        this.entries = entries;
        this.deeds = deeds;
        this.calls = calls;
        this.answers = answers;
    }

    /**
     * @param internal whether it is a note for the provider's own people
     */
    record NewEntry(@Nullable String text, @Nullable Boolean internal) {
        Deed deed() {
            String words = Words.text(text);
            return Boolean.TRUE.equals(internal) ? new Deed.Note(words) : new Deed.Reply(words);
        }
    }

    @Requires({Permission.ASK, Permission.WORK_QUEUE})
    @GetMapping
    @ApiResponse(
            responseCode = "200",
            description = "What the caller may read, the oldest first",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema =
                                                    @Schema(implementation = EntryDocument.class))))
    ResponseEntity<Object> entries(CurrentPerson person, @PathVariable long id) {
        return rows.find(new RequestId(id), person)
                .map(seen ->
                        ResponseEntity.<Object>ok(
                                entries.of(seen.request().id(), seen.side(), 0).stream()
                                        .map(EntryDocument::of)
                                        .toList()))
                .orElseGet(Answers::unseen);
    }

    @Requires({Permission.ASK, Permission.WORK_QUEUE})
    @PostMapping
    @ApiResponse(
            responseCode = "201",
            description = "The entry that bears the words",
            content = @Content(schema = @Schema(implementation = EntryDocument.class)))
    ResponseEntity<Object> add(
            CurrentPerson person,
            @PathVariable long id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewEntry entry) {
        Deed deed = entry.deed();
        return calls.answer(
                person.id(), key, "entries:" + id + deed, () -> add(person, id, version, deed));
    }

    private ResponseEntity<Object> add(
            CurrentPerson person, long id, @Nullable String version, Deed deed) {
        RequestId request = new RequestId(id);
        Integer seen = Answers.version(version);
        return switch (deeds.act(person, request, seen, deed, List.of())) {
            case Outcome.Done(Request done) -> added(person, done);
            case Outcome.Changed changed -> answers.changed(changed);
            case Outcome.Refused(Refusal refusal) -> answers.refused(refusal);
            case Outcome.Unseen _ -> Answers.unseen();
        };
    }

    /** The entry that bears the words: the last, or the last but one when a clock went on. */
    private ResponseEntity<Object> added(CurrentPerson person, Request done) {
        Entry entry =
                entries.of(done.id(), Side.ADVISER, done.version() - 2).stream()
                        .filter(e -> person.id().equals(e.author()) && e.what().bearsWords())
                        .toList()
                        .getLast();
        return calls.created(
                "/api/v1/requests/" + done.id().value() + "/entries#" + entry.number(),
                EntryDocument.of(entry));
    }
}
