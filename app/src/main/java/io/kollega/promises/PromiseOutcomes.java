package io.kollega.promises;

import io.kollega.insights.Measure;
import io.kollega.insights.Observation;
import io.kollega.insights.Observations;
import io.kollega.organization.UnitId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the others what has become of promises, inside the transaction that wrote it down. */
@Component
class PromiseOutcomes {
    private static final int KEPT = 1;
    private static final int BROKEN = 0;
    private static final long NOBODY_KNOWN = 0;

    private final ApplicationEventPublisher publisher;
    private final Observations observations;

    PromiseOutcomes(ApplicationEventPublisher publisher, Observations observations) {
        this.publisher = publisher;
        this.observations = observations;
    }

    /** By what figures tell who asked from others; 0 where nobody is known. */
    long key(@Nullable Asker asker) {
        return asker == null || asker.person() == null
                ? NOBODY_KNOWN
                : observations.raterKey(asker.person());
    }

    void tell(Collection<Promise> promises) {
        List<Observation> seen = new ArrayList<>();
        promises.forEach(promise -> observe(promise, seen));
        if (!seen.isEmpty()) {
            observations.record(seen);
        }
        for (Promise promise : promises) {
            promise.events.forEach(publisher::publishEvent);
            promise.events.clear();
        }
    }

    /**
     * A miss counts from the moment the promise breaks, whether or not the work is ever done; one
     * that is kept, reopened and then broken is observed again, and the last word holds.
     */
    static void observe(Promise promise, List<Observation> to) {
        UnitId client = promise.client;
        if (client == null) {
            return;
        }
        for (PromiseEvent event : promise.events) {
            switch (event) {
                case Kept kept -> to.add(observation(promise, client, kept, kept.promised(), KEPT));
                case Missed missed ->
                        to.add(observation(promise, client, missed, missed.promised(), BROKEN));
                case DueSoon _, PauseEnded _ -> {}
            }
        }
    }

    private static Observation observation(
            Promise promise, UnitId client, PromiseEvent event, Promised promised, int value) {
        return new Observation(
                "promise:" + promise.work.value() + ":" + promised.slug(),
                switch (promised) {
                    case RESPONSE -> Measure.RESPONSE_ON_TIME;
                    case SOLUTION -> Measure.ON_TIME;
                },
                client,
                event.provider(),
                promise.service,
                event.at().atZone(promise.calendar.hours().zone()).toLocalDate(),
                value,
                promise.asker);
    }
}
