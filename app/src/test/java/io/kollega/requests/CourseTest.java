package io.kollega.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.promises.PauseReason;
import io.kollega.requests.events.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CourseTest {
    private static final Instant MONDAY = Instant.parse("2026-11-02T09:00:00Z");
    private static final PersonId IRINA = new PersonId(1);
    private static final PersonId PAVEL = new PersonId(2);
    private static final PersonId DARIA = new PersonId(3);
    private static final UnitId PRODUCTION = new UnitId(10);
    private static final UnitId PROCUREMENT = new UnitId(20);
    private static final UnitId STORES = new UnitId(30);

    private static final State QUEUED = new State.Queued();
    private static final State WORKING = new State.Working(PAVEL);
    private static final State WAITING = new State.Paused(PauseReason.WAITING_CLIENT, PAVEL);
    private static final State SOLVED = new State.Solved(PAVEL, MONDAY);
    private static final State CLOSED = new State.Closed(PAVEL, MONDAY);
    private static final State WITHDRAWN = new State.Withdrawn(null, MONDAY);
    private static final State DECLINED = new State.Declined(PAVEL, MONDAY);

    private static final List<Deed.Work> WORK =
            List.of(
                    new Deed.Assign(DARIA),
                    new Deed.Unassign(),
                    new Deed.HandOver(STORES, ""),
                    new Deed.Pause(PauseReason.WAITING_OUTSIDE, ""),
                    new Deed.Resume(),
                    new Deed.Solve("Готово"),
                    new Deed.Decline("Не к нам"));

    static Stream<State> states() {
        return Stream.of(QUEUED, WORKING, WAITING, SOLVED, CLOSED, WITHDRAWN, DECLINED);
    }

    static Stream<State> ended() {
        return states().filter(state -> !state.open());
    }

    static Stream<State> open() {
        return states().filter(State::open);
    }

    @Test
    void takesQueuedRequest() {
        assertThat(after(QUEUED, new Deed.Assign(PAVEL), Side.PROVIDER)).isEqualTo(WORKING);
    }

    @Test
    void assigningTheSamePersonAgainChangesNothing() {
        assertThat(step(WORKING, new Deed.Assign(PAVEL), Side.PROVIDER))
                .isEqualTo(new Step.Nothing());
    }

    @Test
    void staysPausedWhenReassigned() {
        assertThat(after(WAITING, new Deed.Assign(DARIA), Side.PROVIDER))
                .isEqualTo(new State.Paused(PauseReason.WAITING_CLIENT, DARIA));
    }

    @Test
    void refusesToAssignTheClient() {
        assertThat(step(QUEUED, new Deed.Assign(IRINA), Side.PROVIDER))
                .isEqualTo(Step.refused(Refusal.CLIENT_ASSIGNED));
    }

    @Test
    void goesBackToTheQueueWhenUnassigned() {
        assertThat(after(WORKING, new Deed.Unassign(), Side.PROVIDER)).isEqualTo(QUEUED);
        assertThat(step(QUEUED, new Deed.Unassign(), Side.PROVIDER))
                .isEqualTo(Step.refused(Refusal.NOT_ASSIGNED));
    }

    @Test
    void queuesInTheOtherUnitWhenHandedOver() {
        assertThat(after(WORKING, new Deed.HandOver(STORES, "Это к вам"), Side.PROVIDER))
                .isEqualTo(QUEUED);
    }

    @Test
    void runsAgainBeforeItIsHandedOverFromAPause() {
        assertThat(step(WAITING, new Deed.HandOver(STORES, ""), Side.PROVIDER))
                .isEqualTo(
                        Step.taken(
                                new Happening.Resumed(),
                                new Happening.HandedOver(PROCUREMENT, STORES)));
        assertThat(after(WAITING, new Deed.HandOver(STORES, ""), Side.PROVIDER)).isEqualTo(QUEUED);
    }

    @Test
    void refusesToHandOverToTheUnitThatHasIt() {
        assertThat(step(WORKING, new Deed.HandOver(PROCUREMENT, ""), Side.PROVIDER))
                .isEqualTo(Step.refused(Refusal.SAME_UNIT));
    }

    @Test
    void pausesWithReasonAndResumesWithTheSameSpecialist() {
        State paused =
                after(WORKING, new Deed.Pause(PauseReason.WAITING_CLIENT, "Фото?"), Side.PROVIDER);
        assertThat(paused).isEqualTo(WAITING);
        assertThat(after(paused, new Deed.Resume(), Side.PROVIDER)).isEqualTo(WORKING);
    }

    @Test
    void refusesSecondPauseAndResumeWithoutPause() {
        assertThat(step(WAITING, new Deed.Pause(PauseReason.SCHEDULED, ""), Side.PROVIDER))
                .isEqualTo(Step.refused(Refusal.ALREADY_PAUSED));
        assertThat(step(WORKING, new Deed.Resume(), Side.PROVIDER))
                .isEqualTo(Step.refused(Refusal.NOT_PAUSED));
    }

    @Test
    void resumesWhenTheAwaitedClientReplies() {
        assertThat(after(WAITING, new Deed.Reply("Вот фото"), Side.CLIENT)).isEqualTo(WORKING);
    }

    @Test
    void staysPausedWhenAnybodyElseReplies() {
        assertThat(after(WAITING, new Deed.Reply("Ждём фото"), Side.PROVIDER)).isEqualTo(WAITING);
        State outside = new State.Paused(PauseReason.WAITING_OUTSIDE, PAVEL);
        assertThat(after(outside, new Deed.Reply("Как дела?"), Side.CLIENT)).isEqualTo(outside);
    }

    @Test
    void solvingWhatNobodyHadTakenTakesIt() {
        assertThat(after(QUEUED, new Deed.Solve("Готово"), Side.PROVIDER)).isEqualTo(SOLVED);
    }

    @Test
    void declinesWithReasonOnly() {
        assertThat(after(QUEUED, new Deed.Decline("Не к нам"), Side.PROVIDER))
                .isEqualTo(new State.Declined(null, MONDAY));
        assertThat(step(QUEUED, new Deed.Decline("  "), Side.PROVIDER))
                .isEqualTo(Step.refused(Refusal.NO_REASON));
    }

    @Test
    void clientConfirmsSolvedRequest() {
        assertThat(after(SOLVED, new Deed.Confirm(), Side.CLIENT)).isEqualTo(CLOSED);
        assertThat(step(SOLVED, new Deed.Confirm(), Side.PROVIDER))
                .isEqualTo(Step.refused(Refusal.ONLY_CLIENT));
        assertThat(step(WORKING, new Deed.Confirm(), Side.CLIENT))
                .isEqualTo(Step.refused(Refusal.NOT_SOLVED));
    }

    @Test
    void reopensSolvedRequestWithItsSpecialist() {
        assertThat(after(SOLVED, new Deed.Reopen("Не работает"), Side.CLIENT)).isEqualTo(WORKING);
        assertThat(after(SOLVED, new Deed.Reopen(""), Side.PROVIDER)).isEqualTo(WORKING);
    }

    @Test
    void onlyTheClientReopensClosedRequestAndOnlyForAMonth() {
        assertThat(after(CLOSED, new Deed.Reopen("Снова"), Side.CLIENT)).isEqualTo(WORKING);
        assertThat(step(CLOSED, new Deed.Reopen(""), Side.PROVIDER))
                .isEqualTo(Step.refused(Refusal.ONLY_CLIENT));
        Instant late = MONDAY.plus(Course.REOPENING).plus(Duration.ofSeconds(1));
        assertThat(Course.step(request(CLOSED), new Deed.Reopen(""), Side.CLIENT, IRINA, late))
                .isEqualTo(Step.refused(Refusal.TOO_LATE));
    }

    @Test
    void onlyTheClientWithdraws() {
        assertThat(after(QUEUED, new Deed.Withdraw(""), Side.CLIENT)).isEqualTo(WITHDRAWN);
        assertThat(step(QUEUED, new Deed.Withdraw(""), Side.PROVIDER))
                .isEqualTo(Step.refused(Refusal.ONLY_CLIENT));
    }

    @ParameterizedTest
    @MethodSource("ended")
    void refusesWorkOnEndedRequest(State state) {
        assertThat(WORK)
                .allSatisfy(deed ->
                        assertThat(step(state, deed, Side.PROVIDER))
                                .isEqualTo(Step.refused(Refusal.ENDED)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Side.class,
            names = {"CLIENT", "ADVISER", "FOLLOWER"})
    void leavesWorkToTheProvider(Side side) {
        assertThat(WORK)
                .allSatisfy(deed ->
                        assertThat(step(WORKING, deed, side)).isInstanceOf(Step.Refused.class));
    }

    @ParameterizedTest
    @MethodSource("states")
    void neitherClientNorFollowerWritesNotes(State state) {
        Deed note = new Deed.Note("Третий раз за квартал");
        assertThat(step(state, note, Side.CLIENT)).isEqualTo(Step.refused(Refusal.NO_NOTES));
        assertThat(step(state, note, Side.FOLLOWER)).isEqualTo(Step.refused(Refusal.NO_NOTES));
        assertThat(after(state, note, Side.ADVISER)).isEqualTo(state);
    }

    @ParameterizedTest
    @MethodSource("open")
    void takesRepliesWhileOpen(State state) {
        assertThat(step(state, new Deed.Reply("Спасибо"), Side.FOLLOWER))
                .isEqualTo(Step.taken(new Happening.Replied()));
        assertThat(step(state, new Deed.Reply(" \n"), Side.CLIENT))
                .isEqualTo(Step.refused(Refusal.NO_TEXT));
    }

    @Test
    void takesNoRepliesOnceOver() {
        assertThat(Stream.of(CLOSED, WITHDRAWN, DECLINED))
                .allSatisfy(state ->
                        assertThat(step(state, new Deed.Reply("Ещё"), Side.CLIENT))
                                .isEqualTo(Step.refused(Refusal.ALREADY_ENDED)));
    }

    @Test
    void clientCallsInFollowersAndTheProviderAlsoAdvisers() {
        Step joined = Step.taken(new Happening.Joined(DARIA));
        assertThat(step(WORKING, new Deed.Join(DARIA, false), Side.CLIENT)).isEqualTo(joined);
        assertThat(step(WORKING, new Deed.Join(DARIA, true), Side.CLIENT))
                .isEqualTo(Step.refused(Refusal.NO_NOTES));
        assertThat(step(WORKING, new Deed.Join(DARIA, true), Side.PROVIDER)).isEqualTo(joined);
        assertThat(step(WORKING, new Deed.Join(IRINA, true), Side.PROVIDER))
                .isEqualTo(Step.refused(Refusal.ALREADY_IN));
    }

    @Test
    void refusesEndlessText() {
        String endless = "я".repeat(Course.LONGEST_TEXT + 1);
        assertThat(step(WORKING, new Deed.Reply(endless), Side.CLIENT))
                .isEqualTo(Step.refused(Refusal.TEXT_TOO_LONG));
    }

    private static Step step(State state, Deed deed, Side side) {
        return Course.step(request(state), deed, side, PAVEL, MONDAY);
    }

    private static State after(State state, Deed deed, Side side) {
        assertThat(step(state, deed, side)).isInstanceOf(Step.Taken.class);
        State next = state;
        for (Happening happening : ((Step.Taken) step(state, deed, side)).happenings()) {
            next = Course.after(next, happening, MONDAY);
        }
        return next;
    }

    private static Request request(State state) {
        return new Request(
                new RequestId(42),
                3,
                Kind.ASSIGNMENT,
                "Нужен подшипник 6204",
                "На складе нет",
                Map.of(),
                IRINA,
                PRODUCTION,
                PROCUREMENT,
                null,
                null,
                state,
                false,
                MONDAY,
                MONDAY);
    }
}
