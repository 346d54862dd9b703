package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.promises.PauseReason;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The forms on the page of a request. Each carries the version that its reader has seen. */
@Controller
@RequestMapping("/requests/{id:\\d+}")
@Requires({Permission.ASK, Permission.WORK_QUEUE})
class RequestForms {
    private static final String NONE = "0";

    private final FormAnswers answers;

    RequestForms(FormAnswers answers) {
        this.answers = answers;
    }

    @PostMapping("/entries")
    Object reply(
            CurrentPerson person,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean internal,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @Nullable List<UUID> kept) {
        String words = Words.text(text);
        Deed deed = internal ? new Deed.Note(words) : new Deed.Reply(words);
        String form = internal ? "note" : "reply";
        return answers.act(
                person,
                id,
                version,
                deed,
                new Draft(form, words, "", null),
                new Uploads.Sent(person.id(), files, kept));
    }

    @PostMapping("/assignment")
    Object assign(
            CurrentPerson person,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = NONE) long specialist) {
        return answers.act(
                person,
                id,
                version,
                specialist == 0 ? new Deed.Unassign() : new Deed.Assign(new PersonId(specialist)),
                new Draft("assignment", "", Long.toString(specialist), null));
    }

    @PostMapping("/handover")
    Object handOver(
            CurrentPerson person,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = NONE) long unit,
            @RequestParam(defaultValue = "") String text) {
        String words = Words.text(text);
        return answers.act(
                person,
                id,
                version,
                new Deed.HandOver(new UnitId(unit), words),
                new Draft("handover", words, Long.toString(unit), null));
    }

    @PostMapping("/pause")
    Object pause(
            CurrentPerson person,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String text) {
        String words = Words.text(text);
        PauseReason chosen = Reasons.chosen(reason).orElse(PauseReason.WAITING_CLIENT);
        Draft draft = new Draft("pause", words, reason, null);
        return chosen == PauseReason.WAITING_CLIENT && words.isEmpty()
                ? answers.refuse(person, id, draft, Refusal.NO_QUESTION)
                : answers.act(person, id, version, new Deed.Pause(chosen, words), draft);
    }

    @PostMapping("/resumption")
    Object resume(CurrentPerson person, @PathVariable long id, @RequestParam int version) {
        return answers.act(person, id, version, new Deed.Resume(), Draft.NONE);
    }

    @PostMapping("/solution")
    Object solve(
            CurrentPerson person,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String text) {
        String words = Words.text(text);
        return answers.act(
                person, id, version, new Deed.Solve(words), new Draft("solution", words, "", null));
    }

    @PostMapping("/confirmation")
    Object confirm(CurrentPerson person, @PathVariable long id, @RequestParam int version) {
        return answers.act(person, id, version, new Deed.Confirm(), Draft.NONE);
    }

    @PostMapping("/reopening")
    Object reopen(
            CurrentPerson person,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String text) {
        String words = Words.text(text);
        Draft draft = new Draft("reopening", words, "", null);
        return words.isEmpty()
                ? answers.refuse(person, id, draft, Refusal.NO_TEXT)
                : answers.act(person, id, version, new Deed.Reopen(words), draft);
    }

    @PostMapping("/withdrawal")
    Object withdraw(
            CurrentPerson person,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String text) {
        String words = Words.text(text);
        return answers.act(
                person,
                id,
                version,
                new Deed.Withdraw(words),
                new Draft("withdrawal", words, "", null));
    }

    @PostMapping("/refusal")
    Object decline(
            CurrentPerson person,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String text) {
        String words = Words.text(text);
        return answers.act(
                person,
                id,
                version,
                new Deed.Decline(words),
                new Draft("refusal", words, "", null));
    }
}
