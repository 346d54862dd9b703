package io.kollega.travel;

import io.kollega.insights.Observations;
import io.kollega.promises.Promises;
import io.kollega.promises.WorkId;
import io.kollega.requests.Journey;
import io.kollega.requests.events.RequestId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who asked, as a number that names nobody. Where a source of brought-in history names no client,
 * each request counts as somebody's own.
 */
@Component
final class Askers {
    private final JdbcClient jdbc;
    private final Promises promises;
    private final Observations observations;

    Askers(JdbcClient jdbc, Promises promises, Observations observations) {
        this.jdbc = jdbc;
        this.promises = promises;
        this.observations = observations;
    }

    /** The number of who asked for each request. Only for the one who folds. */
    Map<RequestId, Long> numbers(List<Journey> journeys) {
        Map<WorkId, Long> brought =
                promises.askers(
                        journeys.stream()
                                .filter(journey -> journey.client() == null)
                                .map(journey -> new WorkId(journey.request().value()))
                                .toList());
        Map<RequestId, Long> keys = HashMap.newHashMap(journeys.size());
        for (Journey journey : journeys) {
            Long key = key(journey, brought);
            if (key != null) {
                keys.put(journey.request(), key);
            }
        }
        Map<Long, Long> known = known(keys.values().stream().distinct().toArray(Long[]::new));
        Map<RequestId, Long> numbers = HashMap.newHashMap(journeys.size());
        for (Journey journey : journeys) {
            Long key = keys.get(journey.request());
            numbers.put(
                    journey.request(),
                    key == null
                            ? Long.valueOf(-journey.request().value())
                            : Objects.requireNonNull(known.get(key)));
        }
        return numbers;
    }

    private @Nullable Long key(Journey journey, Map<WorkId, Long> brought) {
        return journey.client() == null
                ? brought.get(new WorkId(journey.request().value()))
                : Long.valueOf(observations.raterKey(journey.client()));
    }

    private Map<Long, Long> known(Long[] keys) {
        jdbc.sql(
                        """
                        insert into travel.asker (key)
                        select key from unnest(?) as given (key)
                        where not exists (select from travel.asker held where held.key = given.key)
                        on conflict do nothing\
                        """)
                .param(keys)
                .update();
        Map<Long, Long> known = HashMap.newHashMap(keys.length);
        jdbc.sql("select key, number from travel.asker where key = any (?)")
                .param(keys)
                .query(row -> {
                    known.put(row.getLong(1), row.getLong(2));
                });
        return known;
    }
}
