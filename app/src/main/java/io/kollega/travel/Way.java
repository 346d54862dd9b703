package io.kollega.travel;

import io.kollega.organization.UnitId;
import io.kollega.promises.HeldSpan;
import io.kollega.promises.Holder;
import io.kollega.promises.Ledger;
import io.kollega.requests.Journey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The way of one request as it stands at a moment: what of it is counted for whom. Units are told
 * apart as finely as {@code group} does, so the same way is read once for units and once for
 * divisions, and each request counts once for each.
 *
 * @param ledger null if no promise was ever made for it
 */
record Way(Journey journey, List<HeldSpan> spans, @Nullable Ledger ledger, Instant moment) {

    /** Handovers from one unit to another; {@code cameBack} of them to a unit left before. */
    record Hop(UnitId from, UnitId to, int handovers, int cameBack) {
        private Hop and(boolean returned) {
            return new Hop(from, to, handovers + 1, cameBack + (returned ? 1 : 0));
        }
    }

    /**
     * What a unit had to do with the request.
     *
     * @param held whether the unit ever had it in hand
     * @param exported working seconds in hand for another unit, which waited so long
     * @param imported working seconds that the unit waited, as the client's, for others
     * @param waits how often it made the client wait
     */
    record Part(
            boolean held,
            long open,
            long closed,
            long exported,
            long imported,
            int waits,
            long waitSeconds) {
        private Part and(Part more) {
            return new Part(
                    held || more.held,
                    open + more.open,
                    closed + more.closed,
                    exported + more.exported,
                    imported + more.imported,
                    waits + more.waits,
                    waitSeconds + more.waitSeconds);
        }
    }

    List<Hop> hops(UnaryOperator<UnitId> group) {
        Map<List<UnitId>, Hop> hops = new LinkedHashMap<>();
        Set<UnitId> left = new HashSet<>();
        for (Journey.Move move : journey.moves()) {
            UnitId from = group.apply(move.from());
            UnitId to = group.apply(move.to());
            if (!from.equals(to)) {
                left.add(from);
                boolean returned = left.contains(to);
                hops.merge(
                        List.of(from, to),
                        new Hop(from, to, 0, 0).and(returned),
                        (hop, _) -> hop.and(returned));
            }
        }
        return List.copyOf(hops.values());
    }

    Map<UnitId, Part> parts(UnaryOperator<UnitId> group) {
        Map<UnitId, Part> parts = new LinkedHashMap<>();
        UnitId client = group.apply(journey.clientUnit());
        for (UnitId unit : path()) {
            add(parts, group.apply(unit), new Part(true, 0, 0, 0, 0, 0, 0));
        }
        for (Ledger.Line line : lines()) {
            if (line.holder() instanceof Holder.OfUnit(UnitId unit)) {
                UnitId holder = group.apply(unit);
                long seconds = line.time().toSeconds();
                if (line.closed()) {
                    add(parts, holder, new Part(true, 0, seconds, 0, 0, 0, 0));
                } else if (holder.equals(client)) {
                    add(parts, holder, new Part(true, seconds, 0, 0, 0, 0, 0));
                } else {
                    add(parts, holder, new Part(true, seconds, 0, seconds, 0, 0, 0));
                    add(parts, client, new Part(false, 0, 0, 0, seconds, 0, 0));
                }
            }
        }
        for (HeldSpan wait : clientWaits()) {
            add(
                    parts,
                    group.apply(holderAt(wait.from())),
                    new Part(true, 0, 0, 0, 0, 1, seconds(wait)));
        }
        return parts;
    }

    boolean cameBack() {
        return hops(UnaryOperator.identity()).stream().anyMatch(hop -> hop.cameBack() > 0);
    }

    /** The spans in which the client was asked. */
    List<HeldSpan> clientWaits() {
        return spans.stream()
                .filter(span -> span.holder() instanceof Holder.Client && seconds(span) > 0)
                .toList();
    }

    long waitSeconds() {
        return clientWaits().stream().mapToLong(this::seconds).sum();
    }

    boolean solved() {
        return journey.solvedAt() != null;
    }

    /** When it was solved, or ended without a solution; null while it is open. */
    @Nullable Instant endedAt() {
        return journey.solvedAt() == null ? journey.endedAt() : journey.solvedAt();
    }

    /** From submission to then; null while it is open. */
    @Nullable Long lifeSeconds() {
        Instant end = endedAt();
        return end == null
                ? null
                : Long.valueOf(
                        Math.max(0, Duration.between(journey.submittedAt(), end).toSeconds()));
    }

    /** Working seconds of a kind of holder. */
    long openSeconds(Class<? extends Holder> kind) {
        return lines().stream()
                .filter(line -> !line.closed() && kind.isInstance(line.holder()))
                .mapToLong(line -> line.time().toSeconds())
                .sum();
    }

    long closedSeconds() {
        return lines().stream()
                .filter(Ledger.Line::closed)
                .mapToLong(line -> line.time().toSeconds())
                .sum();
    }

    private List<Ledger.Line> lines() {
        return ledger == null ? List.of() : ledger.lines();
    }

    /** Without the time between a solution and a reopening, in which nobody asked the client. */
    private long seconds(HeldSpan span) {
        Instant to = span.to() == null ? moment : span.to();
        Duration length = Duration.between(span.from(), to);
        for (Journey.Reopening reopening : journey.reopenings()) {
            Instant from =
                    span.from().isAfter(reopening.solvedAt()) ? span.from() : reopening.solvedAt();
            Instant until = to.isBefore(reopening.at()) ? to : reopening.at();
            if (from.isBefore(until)) {
                length = length.minus(Duration.between(from, until));
            }
        }
        return Math.max(0, length.toSeconds());
    }

    /** The units it was with, in order. */
    private List<UnitId> path() {
        List<UnitId> path = new ArrayList<>();
        if (journey.moves().isEmpty()) {
            path.add(journey.unit());
        } else {
            path.add(journey.moves().getFirst().from());
            journey.moves().forEach(move -> path.add(move.to()));
        }
        return path;
    }

    private UnitId holderAt(Instant instant) {
        UnitId holder = path().getFirst();
        for (Journey.Move move : journey.moves()) {
            if (move.at().isAfter(instant)) {
                break;
            }
            holder = move.to();
        }
        return holder;
    }

    private static void add(Map<UnitId, Part> parts, UnitId unit, Part more) {
        parts.merge(unit, more, Part::and);
    }
}
