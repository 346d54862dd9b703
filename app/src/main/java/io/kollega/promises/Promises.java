package io.kollega.promises;

import io.kollega.catalog.Catalog;
import io.kollega.catalog.Standard;
import io.kollega.organization.UnitId;
import io.kollega.promises.WorkRecords.WorkRecord;
import io.kollega.worktime.WorkCalendars;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import kollega.measurement.change.Attainment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The promises of any piece of work: both deadlines, the warning, the miss, the delay ledger, the
 * explained deadline. Every verb joins the caller's transaction.
 */
@Component
public final class Promises {
    private final PromiseTable table;
    private final SpanTable spans;
    private final WorkRecords records;
    private final PromiseOutcomes outcomes;
    private final PromiseHistories histories;
    private final PromiseSettings settings;
    private final WorkCalendars calendars;
    private final Catalog catalog;

    Promises(
            PromiseTable table,
            SpanTable spans,
            WorkRecords records,
            PromiseOutcomes outcomes,
            PromiseHistories histories,
            PromiseSettings settings,
            WorkCalendars calendars,
            Catalog catalog) {
        this.table = table;
        this.spans = spans;
        this.records = records;
        this.outcomes = outcomes;
        this.histories = histories;
        this.settings = settings;
        this.calendars = calendars;
        this.catalog = catalog;
    }

    /**
     * Starts both clocks under a standard, in the calendar of the providing unit.
     *
     * @param asker who asks; null if nobody's figures should know of it
     */
    public Deadlines start(
            WorkId work, @Nullable Asker asker, UnitId provider, Standard standard, Instant at) {
        UnitId client = asker == null ? null : asker.unit();
        Promise promise = new Promise(work, client, provider, calendars.of(provider), at);
        promise.asker = outcomes.key(asker);
        promise.promise(standard, settings.warningShare());
        promise.begin();
        table.insert(promise);
        return standing(promise, at);
    }

    /**
     * Another unit has it from now on, or will have it when the pause ends. The promise to the
     * client stays as it is.
     */
    public void handOver(WorkId work, UnitId to, Instant at) {
        change(work, promise -> promise.handOver(to, calendars.of(to).id(), at));
    }

    /** The first public answer was given; later ones change nothing. */
    public void respond(WorkId work, Instant at) {
        change(work, promise -> promise.respond(at));
    }

    /** The clock of the solution stands; of the response it never does. */
    public Deadlines pause(WorkId work, PauseReason reason, Instant at) {
        return standing(
                change(work, promise -> promise.pause(reason, settings.cap(reason), at)), at);
    }

    /** The clock runs again; where it already does, nothing changes. */
    public Deadlines resume(WorkId work, Instant at) {
        return standing(change(work, promise -> promise.resume(at)), at);
    }

    /** Solved: the clocks stop, and both promises are kept or missed. */
    public void stop(WorkId work, Instant at) {
        change(work, promise -> promise.stop(at));
    }

    /**
     * Reopened: the same clock runs on; the time since the stop was the client's. Work that was
     * brought in without a promise is promised now what its unit promises to whoever just asks.
     */
    public Deadlines reopen(WorkId work, Instant at) {
        return standing(
                change(
                        work,
                        promise -> {
                            promise.reopen(at);
                            if (promise.standard == null) {
                                promise.promise(
                                        catalog.standard(promise.provider),
                                        settings.warningShare());
                            }
                        }),
                at);
    }

    /** Withdrawn or declined: the clocks end and no promise is kept; one broken before stays so. */
    public void cancel(WorkId work, Instant at) {
        change(work, promise -> promise.cancel(at));
    }

    public @Nullable Deadlines deadlines(WorkId work, Instant now) {
        return deadlines(List.of(work), now).get(work);
    }

    /** Where promises stand; work without a promise is missing. */
    public Map<WorkId, Deadlines> deadlines(Collection<WorkId> work, Instant now) {
        Map<WorkId, Deadlines> deadlines = HashMap.newHashMap(work.size());
        for (Promise promise : table.find(work)) {
            promise.advance(now);
            Deadlines standing = Standings.of(promise, now);
            if (standing != null) {
                deadlines.put(promise.work, standing);
            }
        }
        return deadlines;
    }

    /** All of it at once, for a page; null if the work is not known. */
    public @Nullable Reckoning reckon(WorkId work, Instant now) {
        WorkRecord record = records.upTo(now, List.of(work)).get(work);
        return record == null
                ? null
                : new Reckoning(
                        Standings.of(record.promise(), now),
                        Explanations.of(record.promise(), Promised.SOLUTION, record.spans(), now),
                        ledger(record, now));
    }

    /** A deadline, explained; null if nothing was promised. */
    public @Nullable Explanation explain(WorkId work, Promised promised, Instant now) {
        WorkRecord record = records.upTo(now, List.of(work)).get(work);
        return record == null
                ? null
                : Explanations.of(record.promise(), promised, record.spans(), now);
    }

    /** Whose time it was from the start until now, or until the end; null if it is not known. */
    public @Nullable Ledger ledger(WorkId work, Instant now) {
        return ledgers(List.of(work), now).get(work);
    }

    /** The ledgers of many pieces of work by one statement; work that is not known is missing. */
    public Map<WorkId, Ledger> ledgers(Collection<WorkId> work, Instant now) {
        Map<WorkId, Ledger> ledgers = HashMap.newHashMap(work.size());
        records.upTo(now, work).forEach((id, record) -> ledgers.put(id, ledger(record, now)));
        return ledgers;
    }

    private Ledger ledger(WorkRecord record, Instant now) {
        return Ledgers.of(
                record.promise(),
                record.spans(),
                calendar -> calendars.version(calendar).hours(),
                now);
    }

    /**
     * Keys that tell who asked from others and name nobody, as figures count people; work of which
     * nobody is known is missing.
     */
    public Map<WorkId, Long> askers(Collection<WorkId> work) {
        return table.askers(work);
    }

    /** Who had each piece of work, in time order; work that is not known is missing. */
    public Map<WorkId, List<HeldSpan>> spans(Collection<WorkId> work) {
        Map<WorkId, List<HeldSpan>> held = new HashMap<>();
        spans.read(work)
                .forEach((id, rows) ->
                        held.put(
                                id,
                                rows.stream()
                                        .filter(r -> !r.empty())
                                        .map(r -> new HeldSpan(r.holder(), r.from(), r.to()))
                                        .toList()));
        return held;
    }

    /**
     * How a unit has kept its promises that were due in {@code [from, to)}. What is open and
     * overdue counts as broken. Nothing to show as it stands: figures leave by insights alone.
     */
    public Attainment attainment(UnitId provider, Promised promised, Instant from, Instant to) {
        return table.attainment(provider, promised, from, to);
    }

    /** Brings in work that was done elsewhere or earlier. Set-based, for imports and the demo. */
    public void bringHistory(List<WorkHistory> brought) {
        histories.bring(brought);
    }

    private Promise change(WorkId work, Consumer<Promise> verb) {
        Promise promise = table.locked(work);
        verb.accept(promise);
        spans.write(promise);
        table.update(List.of(promise));
        outcomes.tell(List.of(promise));
        return promise;
    }

    private static Deadlines standing(Promise promise, Instant now) {
        return Objects.requireNonNull(Standings.of(promise, now));
    }
}
