package io.kollega.requests;

import io.kollega.organization.PersonId;
import io.kollega.promises.PauseReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The course of a request: which deeds are open to whom, and what follows from each. */
final class Course {
    /** How long after its end a client may still reopen a request that was closed. */
    static final Duration REOPENING = Duration.ofDays(30);

    static final int LONGEST_TEXT = 20_000;

    private Course() {}

    /** What comes of somebody's deed. Facts outside the request are checked by the caller. */
    static Step step(Request request, Deed deed, Side side, PersonId actor, Instant at) {
        if (deed.text().length() > LONGEST_TEXT) {
            return Step.refused(Refusal.TEXT_TOO_LONG);
        }
        return switch (deed) {
            case Deed.Reply reply -> reply(request, reply, side);
            case Deed.Note note -> note(note, side);
            case Deed.Confirm _ -> confirm(request, side);
            case Deed.Withdraw _ -> withdraw(request, side);
            case Deed.Reopen _ -> reopen(request, side, at);
            case Deed.Join join -> join(request, join, side);
            case Deed.Work _ when side != Side.PROVIDER ->
                    Step.refused(side == Side.CLIENT ? Refusal.OWN_REQUEST : Refusal.ONLY_PROVIDER);
            case Deed.Work _ when !request.state().open() -> Step.refused(Refusal.ENDED);
            case Deed.Work work -> work(request, work, actor);
        };
    }

    /** The state after something has happened. Total: histories from elsewhere keep no rules. */
    static State after(State state, Happening happening, Instant at) {
        PersonId specialist = state.specialist();
        return switch (happening) {
            case Happening.Submitted _ -> new State.Queued();
            // Another system may name another unit, or another person, after the end.
            case Happening.HandedOver _ -> state.open() ? new State.Queued() : state;
            case Happening.Replied _, Happening.Noted _, Happening.Joined _ -> state;
            case Happening.Assigned assigned -> held(state, assigned.specialist());
            case Happening.Unassigned _ -> held(state, null);
            case Happening.Paused paused -> new State.Paused(paused.reason(), specialist);
            case Happening.Resumed _, Happening.Reopened _ -> inHand(specialist);
            case Happening.Solved _ -> new State.Solved(specialist, at);
            case Happening.Closed _ -> new State.Closed(specialist, at);
            case Happening.Withdrawn _ -> new State.Withdrawn(specialist, at);
            case Happening.Declined _ -> new State.Declined(specialist, at);
        };
    }

    private static State held(State state, @Nullable PersonId specialist) {
        if (!state.open()) {
            return state;
        }
        return state instanceof State.Paused paused
                ? new State.Paused(paused.reason(), specialist)
                : inHand(specialist);
    }

    private static State inHand(@Nullable PersonId specialist) {
        return specialist == null ? new State.Queued() : new State.Working(specialist);
    }

    private static Step work(Request request, Deed.Work work, PersonId actor) {
        State state = request.state();
        return switch (work) {
            case Deed.Assign assign -> assign(request, assign);
            case Deed.Unassign _ ->
                    state.specialist() == null
                            ? Step.refused(Refusal.NOT_ASSIGNED)
                            : Step.taken(new Happening.Unassigned());
            case Deed.HandOver handOver -> handOver(request, handOver);
            case Deed.Pause pause ->
                    state instanceof State.Paused
                            ? Step.refused(Refusal.ALREADY_PAUSED)
                            : Step.taken(new Happening.Paused(pause.reason()));
            case Deed.Resume _ ->
                    state instanceof State.Paused
                            ? Step.taken(new Happening.Resumed())
                            : Step.refused(Refusal.NOT_PAUSED);
            case Deed.Solve _ ->
                    // Whoever solves what nobody had taken has thereby taken it.
                    state.specialist() == null
                            ? Step.taken(new Happening.Assigned(actor), new Happening.Solved())
                            : Step.taken(new Happening.Solved());
            case Deed.Decline decline ->
                    decline.text().isBlank()
                            ? Step.refused(Refusal.NO_REASON)
                            : Step.taken(new Happening.Declined());
        };
    }

    private static Step assign(Request request, Deed.Assign assign) {
        if (assign.specialist().equals(request.client())) {
            return Step.refused(Refusal.CLIENT_ASSIGNED);
        }
        return assign.specialist().equals(request.state().specialist())
                ? new Step.Nothing()
                : Step.taken(new Happening.Assigned(assign.specialist()));
    }

    private static Step handOver(Request request, Deed.HandOver handOver) {
        if (handOver.to().equals(request.unit())) {
            return Step.refused(Refusal.SAME_UNIT);
        }
        List<Happening> happenings = new ArrayList<>();
        if (request.state() instanceof State.Paused) {
            happenings.add(new Happening.Resumed());
        }
        if (!handOver.note().isBlank()) {
            happenings.add(new Happening.Noted());
        }
        happenings.add(new Happening.HandedOver(request.unit(), handOver.to()));
        return new Step.Taken(happenings);
    }

    private static Step reply(Request request, Deed.Reply reply, Side side) {
        if (reply.text().isBlank()) {
            return Step.refused(Refusal.NO_TEXT);
        }
        return switch (request.state()) {
            case State.Closed _, State.Withdrawn _, State.Declined _ ->
                    Step.refused(Refusal.ALREADY_ENDED);
            case State.Paused(PauseReason reason, _)
                    when reason == PauseReason.WAITING_CLIENT && side == Side.CLIENT ->
                    Step.taken(new Happening.Replied(), new Happening.Resumed());
            case State.Queued _, State.Working _, State.Paused _, State.Solved _ ->
                    Step.taken(new Happening.Replied());
        };
    }

    private static Step note(Deed.Note note, Side side) {
        if (!side.readsNotes()) {
            return Step.refused(Refusal.NO_NOTES);
        }
        return note.text().isBlank()
                ? Step.refused(Refusal.NO_TEXT)
                : Step.taken(new Happening.Noted());
    }

    private static Step confirm(Request request, Side side) {
        if (side != Side.CLIENT) {
            return Step.refused(Refusal.ONLY_CLIENT);
        }
        return switch (request.state()) {
            case State.Solved _ -> Step.taken(new Happening.Closed());
            case State.Closed _ -> new Step.Nothing();
            case State.Queued _, State.Working _, State.Paused _ ->
                    Step.refused(Refusal.NOT_SOLVED);
            case State.Withdrawn _, State.Declined _ -> Step.refused(Refusal.ALREADY_ENDED);
        };
    }

    private static Step withdraw(Request request, Side side) {
        if (side != Side.CLIENT) {
            return Step.refused(Refusal.ONLY_CLIENT);
        }
        return request.state().open()
                ? Step.taken(new Happening.Withdrawn())
                : Step.refused(Refusal.ALREADY_ENDED);
    }

    private static Step reopen(Request request, Side side, Instant at) {
        if (side != Side.CLIENT && side != Side.PROVIDER) {
            return Step.refused(Refusal.ONLY_CLIENT);
        }
        return switch (request.state()) {
            case State.Solved _ -> Step.taken(new Happening.Reopened());
            case State.Closed _ when side != Side.CLIENT -> Step.refused(Refusal.ONLY_CLIENT);
            case State.Closed(_, Instant closed) ->
                    at.isAfter(closed.plus(REOPENING))
                            ? Step.refused(Refusal.TOO_LATE)
                            : Step.taken(new Happening.Reopened());
            case State.Queued _, State.Working _, State.Paused _ ->
                    Step.refused(Refusal.STILL_OPEN);
            case State.Withdrawn _, State.Declined _ -> Step.refused(Refusal.ALREADY_ENDED);
        };
    }

    private static Step join(Request request, Deed.Join join, Side side) {
        return switch (side) {
            case CLIENT, PROVIDER -> {
                if (join.notes() && side == Side.CLIENT) {
                    yield Step.refused(Refusal.NO_NOTES);
                }
                yield join.participant().equals(request.client())
                        ? Step.refused(Refusal.ALREADY_IN)
                        : Step.taken(new Happening.Joined(join.participant()));
            }
            case ADVISER, FOLLOWER -> Step.refused(Refusal.ONLY_PROVIDER);
        };
    }
}
