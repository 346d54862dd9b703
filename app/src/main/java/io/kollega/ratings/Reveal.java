package io.kollega.ratings;

import io.kollega.insights.Measure;
import io.kollega.insights.Observation;
import io.kollega.insights.Observations;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import io.kollega.requests.events.RequestId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What follows, once, from ratings that have just been marked as revealed in this transaction: they
 * become observations, and the news goes out. Nothing of a rating leaves its row before.
 */
@Component
final class Reveal {
    private final RatingRows rows;
    private final Observations observations;
    private final Organization organization;
    private final ApplicationEventPublisher events;

    Reveal(
            RatingRows rows,
            Observations observations,
            Organization organization,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.observations = observations;
        this.organization = organization;
        this.events = events;
    }

    void of(List<Rateable> revealed, Instant at) {
        if (revealed.isEmpty()) {
            return;
        }
        Map<RequestId, Rateable> byRequest = new HashMap<>();
        revealed.forEach(rateable -> byRequest.put(rateable.request(), rateable));
        Map<RequestId, Set<Side>> rated = new HashMap<>();
        List<Observation> seen = new ArrayList<>();
        LocalDate day = LocalDate.ofInstant(at, organization.zone());
        for (RatingRows.Row row : rows.of(revealed)) {
            Rateable rateable = Objects.requireNonNull(byRequest.get(row.request()));
            RatingRows.About about = row.about();
            seen.addAll(
                    observed(
                            about == null
                                    ? rateable
                                    : rateable.about(about.unit(), about.service()),
                            row.rating(),
                            day));
            rated.computeIfAbsent(row.request(), _ -> EnumSet.noneOf(Side.class))
                    .add(row.rating().side());
        }
        observations.record(seen);
        rated.forEach((request, sides) ->
                tell(Objects.requireNonNull(byRequest.get(request)), sides, at));
    }

    /**
     * The observations of one rating; its source is the request and the side, so it counts once.
     */
    List<Observation> observed(Rateable rateable, Rating rating, LocalDate day) {
        Map<Measure, Integer> values = new HashMap<>();
        if (rating.side() == Side.CLIENT) {
            put(values, Measure.NPS, rating.score());
            put(values, Measure.EASE, rating.ease() == null ? null : rating.ease().ordinal());
            put(values, Measure.SOLVED, rating.solved() == null ? null : rating.solved().ordinal());
        }
        rating.aspects().forEach((aspect, value) -> values.put(aspect.measure(), value));
        String source = "rating:" + rateable.request().value() + ":" + rating.side().slug();
        PersonId rater =
                rating.side() == Side.CLIENT
                        ? rateable.client()
                        : Objects.requireNonNull(rateable.specialist());
        long key = observations.raterKey(rater);
        List<Observation> seen = new ArrayList<>();
        values.forEach((measure, value) ->
                seen.add(
                        new Observation(
                                source,
                                measure,
                                rateable.clientUnit(),
                                rateable.providerUnit(),
                                rateable.service(),
                                day,
                                value,
                                key)));
        return seen;
    }

    private void tell(Rateable rateable, Set<Side> sides, Instant at) {
        events.publishEvent(
                new RatingsRevealed(
                        rateable.request(),
                        at,
                        rateable.client(),
                        Objects.requireNonNull(rateable.specialist()),
                        rateable.subject(),
                        sides.contains(Side.CLIENT),
                        sides.contains(Side.PROVIDER)));
    }

    private static void put(
            Map<Measure, Integer> values,
            Measure measure,
            @org.jspecify.annotations.Nullable Integer value) {
        if (value != null) {
            values.put(measure, value);
        }
    }
}
