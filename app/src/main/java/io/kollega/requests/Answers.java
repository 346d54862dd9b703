package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.promises.Promises;
import io.kollega.promises.WorkId;
import io.kollega.requests.events.RequestId;
import io.kollega.shell.Messages;
import io.kollega.shell.Problem;
import io.kollega.shell.Visitor;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What the REST interface answers about requests. */
@Component
final class Answers {
    private final RequestRows rows;
    private final Entries entries;
    private final Deeds deeds;
    private final Promises promises;
    private final Messages messages;
    private final Clock clock;

    Answers(
            RequestRows rows,
            Entries entries,
            Deeds deeds,
            Promises promises,
            Messages messages,
            Clock clock) {
        this.rows = rows;
        this.entries = entries;
        this.deeds = deeds;
        this.promises = promises;
        this.messages = messages;
        this.clock = clock;
    }

    /** The request as this person may read it. */
    Optional<RequestDocument> document(CurrentPerson person, RequestId id) {
        return rows.find(id, person)
                .map(seen ->
                        RequestDocument.of(
                                seen.request(),
                                promises.deadlines(new WorkId(id.value()), clock.instant()),
                                entries.of(id, seen.side(), 0)));
    }

    ResponseEntity<Object> show(CurrentPerson person, RequestId id) {
        return document(person, id)
                .map(document ->
                        ResponseEntity.ok()
                                .eTag(Integer.toString(document.version()))
                                .<Object>body(document))
                .orElseGet(Answers::unseen);
    }

    /** Does something and shows the request then. {@code version} is an If-Match header. */
    ResponseEntity<Object> act(CurrentPerson person, long id, @Nullable String version, Deed deed) {
        RequestId request = new RequestId(id);
        return switch (deeds.act(person, request, version(version), deed, List.of())) {
            case Outcome.Done _ -> show(person, request);
            case Outcome.Changed changed -> changed(changed);
            case Outcome.Refused(Refusal refusal) -> refused(refusal);
            case Outcome.Unseen _ -> unseen();
        };
    }

    ResponseEntity<Object> changed(Outcome.Changed changed) {
        return Problem.CHANGED_MEANWHILE.answer(
                sentence("requests.changed.api", changed.request().version()));
    }

    ResponseEntity<Object> refused(Refusal refusal) {
        return refusal.problem().answer(sentence(refusal.key()));
    }

    static ResponseEntity<Object> unseen() {
        return Problem.NOT_FOUND.answer(
                "There is no request with this number, or you have no part in it. Check the"
                        + " number.");
    }

    String sentence(String key, @Nullable Object... arguments) {
        return messages.text(Visitor.ENGLISH, key, arguments);
    }

    /** The version in an If-Match header; null if any will do. */
    static @Nullable Integer version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        String digits = ifMatch.replace("W/", "").replace("\"", "").strip();
        if (!digits.matches("\\d{1,9}")) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "If-Match takes the ETag of a request, or *.");
        }
        return Integer.valueOf(digits);
    }
}
