package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.requests.events.RequestId;
import io.kollega.shell.Problem;
import io.kollega.shell.Rendered;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;

/** Does what a form asks, and answers with the page: after a redirect, or with what was typed. */
@Component
final class FormAnswers {
    private static final String PAGE = "requests/request";

    private final Deeds deeds;
    private final Uploads uploads;
    private final RequestScreen screen;

    FormAnswers(Deeds deeds, Uploads uploads, RequestScreen screen) {
        this.deeds = deeds;
        this.uploads = uploads;
        this.screen = screen;
    }

    Object act(CurrentPerson person, long id, int version, Deed deed, Draft draft) {
        return act(person, id, version, deed, draft, Uploads.Sent.nothing(person.id()));
    }

    Object act(
            CurrentPerson person, long id, int version, Deed deed, Draft draft, Uploads.Sent sent) {
        RequestId request = new RequestId(id);
        return uploads.<Object>with(
                sent,
                ready -> {
                    Draft kept = draft.with(FilesLeft.kept(ready.files()));
                    return ready.missing() > 0
                            ? refused(person, request, kept, FilesLeft.GONE, Problem.INVALID)
                            : answer(
                                    person,
                                    version,
                                    request,
                                    deed,
                                    kept,
                                    deeds.act(person, request, version, deed, ready.files()));
                },
                left ->
                        refused(
                                person,
                                request,
                                draft.with(left),
                                FilesLeft.PROBLEM,
                                Problem.INVALID),
                result ->
                        result instanceof RedirectView
                                ? Uploads.Fate.ATTACHED
                                : Uploads.Fate.SHOWN_AGAIN);
    }

    /** The page with a refusal that needed no deed to be found. */
    Rendered refuse(CurrentPerson person, long id, Draft draft, Refusal refusal) {
        return refused(person, new RequestId(id), draft, refusal.key(), refusal.problem());
    }

    private Object answer(
            CurrentPerson person,
            int version,
            RequestId id,
            Deed deed,
            Draft draft,
            Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ ->
                    new RedirectView("/requests/" + id.value() + "?done=" + done(deed));
            case Outcome.Changed _ -> Rendered.conflict(PAGE, view(person, id, draft, version));
            case Outcome.Refused(Refusal refusal) ->
                    refused(person, id, draft, refusal.key(), refusal.problem());
            case Outcome.Unseen _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private Rendered refused(
            CurrentPerson person, RequestId id, Draft draft, String key, Problem problem) {
        return new Rendered(PAGE, view(person, id, draft.wrong(key), null), problem.status());
    }

    private RequestView view(
            CurrentPerson person, RequestId id, Draft draft, @Nullable Integer version) {
        return screen.of(person, id, draft, version)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The message key of the notice of what was done. */
    private static String done(Deed deed) {
        return "requests.done."
                + switch (deed) {
                    case Deed.Reply _ -> "replied";
                    case Deed.Note _ -> "noted";
                    case Deed.Confirm _ -> "confirmed";
                    case Deed.Reopen _ -> "reopened";
                    case Deed.Withdraw _ -> "withdrawn";
                    case Deed.Join _ -> "joined";
                    case Deed.Assign _ -> "assigned";
                    case Deed.Unassign _ -> "unassigned";
                    case Deed.HandOver _ -> "handed-over";
                    case Deed.Pause _ -> "paused";
                    case Deed.Resume _ -> "resumed";
                    case Deed.Solve _ -> "solved";
                    case Deed.Decline _ -> "declined";
                };
    }
}
