package io.kollega.travel;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.organization.UnitId;
import io.kollega.promises.HeldSpan;
import io.kollega.promises.Holder;
import io.kollega.promises.Ledger;
import io.kollega.requests.Journey;
import io.kollega.requests.events.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WayTest {
    private static final UnitId CLIENT = new UnitId(1);
    private static final UnitId IT = new UnitId(2);
    private static final UnitId STORES = new UnitId(3);
    private static final UnitId LEGAL = new UnitId(4);
    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");

    private final List<Journey.Move> moves = new ArrayList<>();
    private final List<Journey.Reopening> reopenings = new ArrayList<>();
    private final List<HeldSpan> spans = new ArrayList<>();
    private final List<Ledger.Line> lines = new ArrayList<>();

    @Test
    void countsWhatGoesOnAndOnAsNoReturn() {
        move(IT, STORES, 1);
        move(STORES, LEGAL, 2);
        Way way = way(LEGAL, null);
        assertThat(way.hops(UnaryOperator.identity()))
                .containsExactly(new Way.Hop(IT, STORES, 1, 0), new Way.Hop(STORES, LEGAL, 1, 0));
        assertThat(way.cameBack()).isFalse();
    }

    @Test
    void countsEachReturnToUnitThatWasLeft() {
        move(IT, STORES, 1);
        move(STORES, IT, 2);
        move(IT, STORES, 3);
        Way way = way(STORES, null);
        assertThat(way.hops(UnaryOperator.identity()))
                .containsExactly(new Way.Hop(IT, STORES, 2, 1), new Way.Hop(STORES, IT, 1, 1));
        assertThat(way.cameBack()).isTrue();
    }

    @Test
    void seesNoHandoverWithinOneDivision() {
        move(IT, STORES, 1);
        move(STORES, LEGAL, 2);
        move(LEGAL, IT, 3);
        UnaryOperator<UnitId> divisions = unit -> unit.equals(STORES) ? IT : unit;
        assertThat(way(IT, null).hops(divisions))
                .containsExactly(new Way.Hop(IT, LEGAL, 1, 0), new Way.Hop(LEGAL, IT, 1, 1));
    }

    @Test
    void sharesTimeAmongThoseWhoHadItAndThoseWhoWaited() {
        move(IT, STORES, 1);
        line(new Holder.OfUnit(IT), false, 100);
        line(new Holder.OfUnit(STORES), false, 40);
        line(new Holder.OfUnit(STORES), true, 7);
        line(new Holder.Client(), false, 1000);
        assertThat(way(STORES, null).parts(UnaryOperator.identity()))
                .containsOnlyKeys(IT, STORES, CLIENT)
                .containsEntry(IT, new Way.Part(true, 100, 0, 100, 0, 0, 0))
                .containsEntry(STORES, new Way.Part(true, 40, 7, 40, 0, 0, 0))
                .containsEntry(CLIENT, new Way.Part(false, 0, 0, 0, 140, 0, 0));
    }

    @Test
    void callsWorkForOneselfNobodysWaiting() {
        line(new Holder.OfUnit(CLIENT), false, 60);
        assertThat(way(CLIENT, null).parts(UnaryOperator.identity()))
                .containsOnlyKeys(CLIENT)
                .containsEntry(CLIENT, new Way.Part(true, 60, 0, 0, 0, 0, 0));
    }

    @Test
    void blamesWaitOnWhoHadItWhenTheClientWasAsked() {
        move(IT, STORES, 5);
        wait(2, 3);
        wait(5, 7);
        wait(8, 8);
        Way way = way(STORES, null);
        assertThat(way.parts(UnaryOperator.identity()))
                .containsEntry(IT, new Way.Part(true, 0, 0, 0, 0, 1, 3600))
                .containsEntry(STORES, new Way.Part(true, 0, 0, 0, 0, 1, 7200));
        assertThat(way.waitSeconds()).isEqualTo(3 * 3600);
        assertThat(way.clientWaits()).hasSize(2);
    }

    @Test
    void countsNoWaitBetweenSolutionAndReopening() {
        reopenings.add(new Journey.Reopening(hour(3), hour(5)));
        wait(2, 6);
        assertThat(way(IT, null).waitSeconds()).isEqualTo(2 * 3600);
        spans.clear();
        wait(3, 5);
        assertThat(way(IT, null).clientWaits()).isEmpty();
        spans.clear();
        wait(4, 9);
        assertThat(way(IT, null).waitSeconds()).isEqualTo(4 * 3600);
        spans.clear();
        wait(6, 7);
        assertThat(way(IT, null).waitSeconds()).isEqualTo(3600);
    }

    @Test
    void countsWaitThatLastsUpToTheMoment() {
        spans.add(new HeldSpan(new Holder.Client(), hour(8), null));
        assertThat(way(IT, null).waitSeconds()).isEqualTo(2 * 3600);
    }

    @Test
    void livesFromSubmissionToSolutionOrEnd() {
        assertThat(way(IT, null).lifeSeconds()).isNull();
        assertThat(way(IT, hour(4)).lifeSeconds()).isEqualTo(4 * 3600);
        assertThat(way(IT, hour(4)).solved()).isTrue();
        assertThat(way(IT, hour(-1)).lifeSeconds()).isZero();
        Way withdrawn = new Way(journey(IT, hour(3), null), List.of(), null, hour(10));
        assertThat(withdrawn.lifeSeconds()).isEqualTo(3 * 3600);
        assertThat(withdrawn.solved()).isFalse();
    }

    @Test
    void addsUpHoursByKindOfHolderAndClosedOnes() {
        line(new Holder.OfUnit(IT), false, 10);
        line(new Holder.OfUnit(STORES), false, 20);
        line(new Holder.OfUnit(STORES), true, 5);
        line(new Holder.Client(), true, 6);
        line(new Holder.Client(), false, 3);
        Way way = way(IT, null);
        assertThat(way.openSeconds(Holder.OfUnit.class)).isEqualTo(30);
        assertThat(way.openSeconds(Holder.Client.class)).isEqualTo(3);
        assertThat(way.openSeconds(Holder.Approval.class)).isZero();
        assertThat(way.closedSeconds()).isEqualTo(11);
        assertThat(new Way(journey(IT, null, null), spans, null, START).closedSeconds()).isZero();
    }

    private Way way(UnitId unit, @Nullable Instant solved) {
        return new Way(
                journey(unit, solved, solved), spans, new Ledger(Duration.ZERO, lines), hour(10));
    }

    private Journey journey(UnitId unit, @Nullable Instant ended, @Nullable Instant solved) {
        return new Journey(
                new RequestId(1), null, CLIENT, unit, START, ended, solved, moves, reopenings);
    }

    private void move(UnitId from, UnitId to, int hour) {
        moves.add(new Journey.Move(from, to, hour(hour)));
    }

    private void wait(int from, int to) {
        spans.add(new HeldSpan(new Holder.Client(), hour(from), hour(to)));
    }

    private void line(Holder holder, boolean closed, long seconds) {
        lines.add(new Ledger.Line(holder, closed, Duration.ofSeconds(seconds)));
    }

    private static Instant hour(int hour) {
        return START.plus(Duration.ofHours(hour));
    }
}
