package io.kollega.requests;

import io.kollega.catalog.Standard;
import io.kollega.organization.UnitId;
import io.kollega.promises.Asker;
import io.kollega.promises.HeldSpan;
import io.kollega.promises.Holder;
import io.kollega.promises.PauseReason;
import io.kollega.promises.WorkHistory;
import io.kollega.promises.WorkId;
import io.kollega.requests.events.RequestId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a history that is brought in: where the request stands, and who had it when.
 */
final class History {
    private final BroughtRequest brought;
    private final List<HeldSpan> spans = new ArrayList<>();
    private State state = new State.Queued();
    private UnitId unit;
    private Holder holder;
    private Instant since;
    private @Nullable Instant responded;
    private Instant changedAt;

    private History(BroughtRequest brought) {
        this.brought = brought;
        this.unit = brought.unit();
        this.holder = new Holder.OfUnit(unit);
        this.since = brought.submittedAt();
        this.changedAt = brought.submittedAt();
    }

    static History of(BroughtRequest brought) {
        History history = new History(brought);
        brought.entries().forEach(history::add);
        if (history.state.open()) {
            history.spans.add(new HeldSpan(history.holder, history.since, null));
        }
        return history;
    }

    private void add(BroughtEntry entry) {
        Happening what = entry.what();
        boolean wasOpen = state.open();
        state = Course.after(state, what, entry.at());
        if (what instanceof Happening.HandedOver(_, UnitId to)) {
            unit = to;
        }
        changedAt = entry.at();
        if (responded == null && speaks(entry)) {
            responded = entry.at();
        }
        Holder next =
                state instanceof State.Paused(PauseReason reason, _)
                        ? waiting(reason)
                        : new Holder.OfUnit(unit);
        if (wasOpen && !state.open()) {
            hold(holder, entry.at());
        } else if (!wasOpen && state.open()) {
            // What lies between the end and the reopening was the client's time.
            hold(new Holder.Client(), entry.at());
            holder = next;
        } else if (wasOpen && !next.equals(holder)) {
            hold(holder, entry.at());
            holder = next;
        }
    }

    private void hold(Holder by, Instant until) {
        // The unit that had it first has a span even if it passed it on at once.
        if (until.isAfter(since) || spans.isEmpty()) {
            spans.add(new HeldSpan(by, since, until));
        }
        since = until;
    }

    private boolean speaks(BroughtEntry entry) {
        return switch (entry.what()) {
            case Happening.Replied _ -> !brought.client().equals(entry.author());
            case Happening.Solved _, Happening.Declined _ -> true;
            case Happening.Paused _ -> !entry.text().isEmpty();
            case Happening.Submitted _, Happening.Noted _, Happening.Assigned _ -> false;
            case Happening.Unassigned _, Happening.HandedOver _, Happening.Resumed _ -> false;
            case Happening.Closed _, Happening.Reopened _, Happening.Withdrawn _ -> false;
            case Happening.Joined _ -> false;
        };
    }

    private static Holder waiting(PauseReason reason) {
        return switch (reason) {
            case WAITING_CLIENT -> new Holder.Client();
            case WAITING_APPROVAL -> new Holder.Approval();
            case WAITING_OUTSIDE -> new Holder.Outside();
            case SCHEDULED -> new Holder.Scheduled();
        };
    }

    BroughtRequest brought() {
        return brought;
    }

    State state() {
        return state;
    }

    UnitId unit() {
        return unit;
    }

    Instant changedAt() {
        return changedAt;
    }

    boolean answered() {
        return responded != null;
    }

    int version() {
        return brought.entries().size() + 1;
    }

    WorkHistory work(RequestId id, @Nullable Standard standard) {
        WorkHistory.End end =
                switch (state) {
                    case State.Queued _, State.Working _, State.Paused _ -> null;
                    case State.Solved _, State.Closed _ -> WorkHistory.End.SOLVED;
                    case State.Withdrawn _, State.Declined _ -> WorkHistory.End.CANCELLED;
                };
        return new WorkHistory(
                new WorkId(id.value()),
                new Asker(brought.clientUnit(), brought.clientNamed() ? brought.client() : null),
                brought.calendar(),
                standard,
                List.copyOf(spans),
                responded,
                end,
                brought.kept());
    }
}
