package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.audit.Audit;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.promises.PauseReason;
import io.kollega.promises.Promises;
import io.kollega.promises.WorkId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Writes down what happens to a request that is held: its entries, its clock, its audit lines, its
 * news, and where it stands then.
 */
@Component
final class Progress {
    private final RequestRows rows;
    private final Entries entries;
    private final Promises promises;
    private final ClosingTime closing;
    private final Audit audit;
    private final ApplicationEventPublisher news;

    Progress(
            RequestRows rows,
            Entries entries,
            Promises promises,
            ClosingTime closing,
            Audit audit,
            ApplicationEventPublisher news) {
        this.rows = rows;
        this.entries = entries;
        this.promises = promises;
        this.closing = closing;
        this.audit = audit;
        this.news = news;
    }

    /** What people do. The words go to the happenings that can bear them. */
    Request by(
            CurrentPerson person, Seen seen, List<Happening> happenings, String words, Instant at) {
        return write(seen, happenings, words, person, at);
    }

    /** The time to object has passed. */
    void close(Seen seen, Instant at) {
        write(seen, List.of(new Happening.Closed()), "", null, at);
    }

    /** The clock of a pause ran out by itself, which its promise knows and has told already. */
    void pauseEnded(Seen seen, Instant solutionDue, Instant at) {
        Happening resumed = new Happening.Resumed();
        Request request = after(seen.request(), resumed, false, at);
        entries.add(request.id(), new Entry(request.version(), at, null, null, resumed, ""));
        audit.record(0, "request.resumed", "request:" + request.id().value(), Map.of());
        rows.update(request, new Dues(seen.dues().response(), solutionDue, null));
    }

    private Request write(
            Seen seen,
            List<Happening> happenings,
            String words,
            @Nullable CurrentPerson by,
            Instant at) {
        Request request = seen.request();
        Dues dues = seen.dues();
        for (Happening what : happenings) {
            String text = what.bearsWords() ? words : "";
            boolean speaks = seen.side() == Side.PROVIDER && speaks(what, text);
            boolean first = speaks && !request.answered();
            request = after(request, what, first, at);
            entries.add(
                    request.id(),
                    new Entry(
                            request.version(),
                            at,
                            by == null ? null : by.id(),
                            by == null ? null : by.unit(),
                            what,
                            text));
            dues = clock(request, what, first, dues, at);
            audit.record(
                    by == null ? 0 : by.id().value(),
                    "request." + what.slug(),
                    "request:" + request.id().value(),
                    details(what));
            tell(request, what, by, at);
        }
        rows.update(request, dues);
        return request;
    }

    /** Whether the client has heard from the provider by this. */
    private static boolean speaks(Happening what, String text) {
        return switch (what) {
            case Happening.Replied _, Happening.Solved _, Happening.Declined _ -> true;
            case Happening.Paused _ -> !text.isEmpty();
            case Happening.Submitted _, Happening.Noted _, Happening.Assigned _ -> false;
            case Happening.Unassigned _, Happening.HandedOver _, Happening.Resumed _ -> false;
            case Happening.Closed _, Happening.Reopened _, Happening.Withdrawn _ -> false;
            case Happening.Joined _ -> false;
        };
    }

    private static Request after(Request request, Happening what, boolean first, Instant at) {
        return new Request(
                request.id(),
                request.version() + 1,
                request.kind(),
                request.subject(),
                request.body(),
                request.fields(),
                request.client(),
                request.clientUnit(),
                what instanceof Happening.HandedOver(_, UnitId to) ? to : request.unit(),
                request.service(),
                request.standard(),
                Course.after(request.state(), what, at),
                request.answered() || first,
                request.submittedAt(),
                at);
    }

    /** Moves the clock of the promise. */
    private Dues clock(Request request, Happening what, boolean first, Dues dues, Instant at) {
        WorkId work = new WorkId(request.id().value());
        if (first) {
            promises.respond(work, at);
        }
        return switch (what) {
            case Happening.HandedOver(_, UnitId to) -> {
                promises.handOver(work, to, at);
                yield dues;
            }
            case Happening.Paused(PauseReason reason) -> Dues.of(promises.pause(work, reason, at));
            case Happening.Resumed _ -> Dues.of(promises.resume(work, at));
            case Happening.Reopened _ -> Dues.of(promises.reopen(work, at));
            case Happening.Solved _ -> {
                promises.stop(work, at);
                yield closing(request, dues, at);
            }
            case Happening.Withdrawn _, Happening.Declined _ -> {
                promises.cancel(work, at);
                yield dues;
            }
            case Happening.Submitted _, Happening.Replied _, Happening.Noted _ -> dues;
            case Happening.Assigned _, Happening.Unassigned _ -> dues;
            case Happening.Closed _, Happening.Joined _ -> dues;
        };
    }

    private Dues closing(Request request, Dues dues, Instant at) {
        return dues.closing(closing.after(at, request.clientUnit()));
    }

    private static Map<String, ?> details(Happening what) {
        return switch (what) {
            case Happening.Assigned(PersonId specialist) ->
                    Map.of("specialist", specialist.value());
            case Happening.HandedOver(UnitId from, UnitId to) ->
                    Map.of("from", from.value(), "to", to.value());
            case Happening.Paused(PauseReason reason) -> Map.of("reason", reason.slug());
            case Happening.Joined(PersonId participant) ->
                    Map.of("participant", participant.value());
            case Happening.Submitted _, Happening.Replied _, Happening.Noted _ -> Map.of();
            case Happening.Unassigned _, Happening.Resumed _, Happening.Solved _ -> Map.of();
            case Happening.Closed _, Happening.Reopened _ -> Map.of();
            case Happening.Withdrawn _, Happening.Declined _ -> Map.of();
        };
    }

    private void tell(Request request, Happening what, @Nullable CurrentPerson by, Instant at) {
        News.of(request, what, by == null ? null : by.id(), at).ifPresent(news::publishEvent);
    }
}
