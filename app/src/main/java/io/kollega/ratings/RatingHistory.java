package io.kollega.ratings;

import io.kollega.insights.Observation;
import io.kollega.insights.Observations;
import io.kollega.organization.Organization;
import io.kollega.ratings.Rateable.Standing;
import io.kollega.requests.events.RequestId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Brings in ratings of earlier times, a few thousand at a time. */
@Component
final class RatingHistory {
    private static final int BATCH = 2_000;

    private final Rateables rateables;
    private final RatingRows rows;
    private final Reveal reveal;
    private final Observations observations;
    private final Organization organization;
    private final TransactionOperations transactions;
    private final Clock clock;

    RatingHistory(
            Rateables rateables,
            RatingRows rows,
            Reveal reveal,
            Observations observations,
            Organization organization,
            TransactionOperations transactions,
            Clock clock) {
        this.rateables = rateables;
        this.rows = rows;
        this.reveal = reveal;
        this.observations = observations;
        this.organization = organization;
        this.transactions = transactions;
        this.clock = clock;
    }

    void bring(List<BroughtRating> ratings) {
        for (int from = 0; from < ratings.size(); from += BATCH) {
            List<BroughtRating> batch =
                    ratings.subList(from, Math.min(ratings.size(), from + BATCH));
            transactions.executeWithoutResult(_ -> bringBatch(batch));
        }
    }

    private void bringBatch(List<BroughtRating> batch) {
        Instant now = clock.instant();
        Set<RequestId> created = new HashSet<>(rateables.bring(batch, now));
        ZoneId zone = organization.zone();
        List<RatingRows.Given> given = new ArrayList<>();
        List<Observation> seen = new ArrayList<>();
        for (BroughtRating brought : batch) {
            if (!created.remove(brought.request())) {
                continue;
            }
            Rateable rateable = rateable(brought);
            boolean sealed = brought.revealedAt().isAfter(now);
            LocalDate day = LocalDate.ofInstant(brought.revealedAt(), zone);
            for (Rating rating : sides(brought)) {
                given.add(
                        new RatingRows.Given(
                                rateable,
                                rating.side() == Side.CLIENT
                                        ? brought.client()
                                        : brought.specialist(),
                                rating,
                                sealed ? brought.solvedAt() : brought.revealedAt()));
                if (!sealed) {
                    seen.addAll(reveal.observed(rateable, rating, day));
                }
            }
        }
        rows.bring(given);
        observations.bring(seen);
    }

    private static List<Rating> sides(BroughtRating brought) {
        List<Rating> sides = new ArrayList<>();
        if (brought.score() != null) {
            sides.add(
                    new Rating(
                            Side.CLIENT,
                            brought.score(),
                            brought.ease(),
                            brought.solved(),
                            brought.ofProvider(),
                            brought.reasons(),
                            brought.comment()));
        }
        if (!brought.ofClient().isEmpty()) {
            Map<Aspect, Integer> aspects = brought.ofClient();
            sides.add(new Rating(Side.PROVIDER, null, null, null, aspects, List.of(), ""));
        }
        return sides;
    }

    private static Rateable rateable(BroughtRating brought) {
        return new Rateable(
                brought.request(),
                brought.client(),
                brought.clientUnit(),
                brought.providerUnit(),
                brought.specialist(),
                brought.service(),
                brought.subject(),
                Standing.REVEALED,
                1,
                brought.solvedAt(),
                brought.revealedAt(),
                false);
    }
}
