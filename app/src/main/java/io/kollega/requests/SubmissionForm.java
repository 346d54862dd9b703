package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.calls.IdempotencyKeys;
import io.kollega.calls.IdempotencyKeys.Answer;
import io.kollega.catalog.ServiceId;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;

/** Sends what was asked. */
@Controller
@Requires(Permission.ASK)
class SubmissionForm {
    private static final String FIELD = "field.";

    private final Submissions submissions;
    private final IdempotencyKeys keys;
    private final Attachments attachments;
    private final Uploads uploads;
    private final AskPage page;

    SubmissionForm(
            Submissions submissions,
            IdempotencyKeys keys,
            Attachments attachments,
            Uploads uploads,
            AskPage page) {
        this.submissions = submissions;
        this.keys = keys;
        this.attachments = attachments;
        this.uploads = uploads;
        this.page = page;
    }

    @PostMapping("/requests")
    Object submit(
            CurrentPerson person,
            @RequestParam(required = false) @Nullable Long service,
            @RequestParam(required = false) @Nullable Long unit,
            @RequestParam(defaultValue = "") String once,
            @RequestParam Map<String, String> form,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @Nullable List<UUID> kept) {
        Asking asking =
                new Asking(
                        service == null ? null : new ServiceId(service),
                        unit == null ? null : new UnitId(unit),
                        Kind.of(form.getOrDefault("kind", "")).orElse(null),
                        Words.line(form.get("subject")),
                        Words.text(form.get("body")),
                        fields(form));
        return uploads.with(
                        new Uploads.Sent(person.id(), files, kept),
                        ready -> send(person, asking, once, ready),
                        left ->
                                new Sent(
                                        refused(
                                                person,
                                                asking,
                                                Map.of("files", FilesLeft.PROBLEM),
                                                left),
                                        Uploads.Fate.SHOWN_AGAIN),
                        Sent::fate)
                .answer();
    }

    private record Sent(Object answer, Uploads.Fate fate) {}

    private Sent send(CurrentPerson person, Asking asking, String once, Uploads.Ready ready) {
        Map<String, String> problems = new TreeMap<>();
        String key = once.matches("[\\w-]{10,60}") ? once : UUID.randomUUID().toString();
        String content = asking + " with " + (ready.files().size() + ready.missing());
        if (ready.missing() > 0) {
            return again(person, asking, ready, "form:" + key, content);
        }
        IdempotencyKeys.Outcome outcome;
        try {
            outcome =
                    keys.once(
                            person.id(),
                            "form:" + key,
                            content,
                            () ->
                                    switch (submissions.submit(person, asking)) {
                                        case Submitted.Accepted accepted -> {
                                            attachments.attach(
                                                    accepted.request().id(), 1, ready.files());
                                            yield new Answer(
                                                    HttpStatus.CREATED.value(),
                                                    true,
                                                    "/requests/"
                                                            + accepted.request().id().value()
                                                            + "?done=requests.done.submitted",
                                                    "");
                                        }
                                        case Submitted.Refused(Map<String, String> wrong) -> {
                                            problems.putAll(wrong);
                                            yield new Answer(
                                                    HttpStatus.UNPROCESSABLE_CONTENT.value(),
                                                    false,
                                                    null,
                                                    "");
                                        }
                                    });
        } catch (DuplicateKeyException _) {
            // The same form, sent a moment ago, has just taken the files that were kept.
            return again(person, asking, ready, "form:" + key, content);
        }
        return switch (outcome) {
            case IdempotencyKeys.Outcome.Answered(Answer answer, boolean first) ->
                    answer.location() == null
                            ? new Sent(
                                    refused(
                                            person,
                                            asking,
                                            problems,
                                            FilesLeft.kept(ready.files())),
                                    Uploads.Fate.SHOWN_AGAIN)
                            : new Sent(
                                    new RedirectView(answer.location()),
                                    first ? Uploads.Fate.ATTACHED : Uploads.Fate.DROPPED);
            // Gone back and changed: what is sent now is another request.
            case IdempotencyKeys.Outcome.KeyReused _ -> send(person, asking, "", ready);
        };
    }

    /** The files are there no more: they went with this form already, or were kept too long. */
    private Sent again(
            CurrentPerson person, Asking asking, Uploads.Ready ready, String key, String content) {
        return keys.before(person.id(), key, content)
                .map(Answer::location)
                .map(location -> new Sent(new RedirectView(location), Uploads.Fate.DROPPED))
                .orElseGet(() ->
                        new Sent(
                                refused(
                                        person,
                                        asking,
                                        Map.of("files", FilesLeft.GONE),
                                        FilesLeft.kept(ready.files())),
                                Uploads.Fate.SHOWN_AGAIN));
    }

    private Rendered refused(
            CurrentPerson person, Asking asking, Map<String, String> problems, FilesLeft files) {
        AskView.Target target;
        if (asking.service() != null && asking.unit() == null) {
            target = page.target(person, asking.service());
        } else if (asking.unit() != null && asking.service() == null) {
            target = page.target(asking.unit());
        } else {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Rendered.refused(
                "requests/ask",
                page.form(
                        target,
                        new AskView.Typed(
                                asking.kind() == null ? Kind.QUESTION : asking.kind(),
                                asking.subject(),
                                asking.body(),
                                asking.fields(),
                                files),
                        problems));
    }

    private static Map<String, String> fields(Map<String, String> form) {
        Map<String, String> fields = new TreeMap<>();
        form.forEach((name, value) -> {
            if (name.startsWith(FIELD)) {
                fields.put(name.substring(FIELD.length()), Words.text(value));
            }
        });
        return fields;
    }
}
