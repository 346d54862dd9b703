package io.kollega.access;

import io.kollega.audit.Audit;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What was refused, for the audit trail: the first time at once, what follows within an hour as one
 * line with its count. However often somebody is refused, the trail grows by a few lines an hour.
 */
@Component
final class Tallies {
    static final Duration FOLDED = Duration.ofHours(1);

    /** How many subjects are told apart for one deed of one actor. */
    static final int TOLD_APART = 20;

    static final String OTHERS = "others";

    private final Audit audit;
    private final Clock clock;
    private final Map<Refused, Tally> tallies = new LinkedHashMap<>();

    Tallies(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    private record Refused(long actor, String deed, String subject) {
        boolean sameDeed(Refused other) {
            return actor == other.actor && deed.equals(other.deed);
        }
    }

    private record Tally(Instant since, int further) {}

    /**
     * Notes a refusal.
     *
     * @param actor who was refused, 0 for who is not known
     */
    void note(long actor, String deed, String subject) {
        if (first(new Refused(actor, deed, subject))) {
            audit.record(actor, deed, subject, Map.of());
        }
    }

    private synchronized boolean first(Refused refused) {
        long apart = tallies.keySet().stream().filter(refused::sameDeed).count();
        Refused told =
                tallies.containsKey(refused) || apart < TOLD_APART
                        ? refused
                        : new Refused(refused.actor(), refused.deed(), OTHERS);
        Tally now =
                tallies.merge(
                        told,
                        new Tally(clock.instant(), told.equals(refused) ? 0 : 1),
                        (before, _) -> new Tally(before.since(), before.further() + 1));
        return now.further() == 0;
    }

    /** Writes down what was counted for an hour. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void fold() {
        write(clock.instant().minus(FOLDED));
    }

    @PreDestroy
    void foldAll() {
        write(Instant.MAX);
    }

    private void write(Instant until) {
        List<Map.Entry<Refused, Tally>> over = new ArrayList<>();
        synchronized (this) {
            tallies.entrySet()
                    .removeIf(it -> {
                        boolean ends = !it.getValue().since().isAfter(until);
                        if (ends && it.getValue().further() > 0) {
                            over.add(Map.entry(it.getKey(), it.getValue()));
                        }
                        return ends;
                    });
        }
        for (Map.Entry<Refused, Tally> it : over) {
            Refused refused = it.getKey();
            audit.record(
                    refused.actor(),
                    refused.deed(),
                    refused.subject(),
                    Map.of("count", it.getValue().further()));
        }
    }
}
