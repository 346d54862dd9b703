package io.kollega.ratings;

import io.kollega.organization.PersonId;
import io.kollega.ratings.Rateable.Standing;
import io.kollega.requests.events.RequestId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What the two sides of a request say of each other's work. Each sees the other's only when both
 * are in or the window has closed; then neither can be changed.
 */
@Component
public final class Ratings {
    private final Rateables rateables;
    private final RatingRows rows;
    private final Reveal reveal;
    private final RatingHistory history;
    private final TransactionOperations transactions;
    private final Clock clock;

    Ratings(
            Rateables rateables,
            RatingRows rows,
            Reveal reveal,
            RatingHistory history,
            TransactionOperations transactions,
            Clock clock) {
        this.rateables = rateables;
        this.rows = rows;
        this.reveal = reveal;
        this.history = history;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Brings in ratings that were given earlier, with what is observed in those that are open.
     * Set-based; for imports and the demo company. What is already there stays as it is.
     */
    public void bringHistory(List<BroughtRating> ratings) {
        history.bring(ratings);
    }

    /** Takes or replaces the rating of the side that this person is. */
    Answer give(RequestId request, PersonId person, Draft draft) {
        return Objects.requireNonNull(transactions.execute(_ -> take(request, person, draft)));
    }

    private Answer take(RequestId request, PersonId person, Draft draft) {
        Optional<Rateable> found = rateables.lock(request);
        if (found.isEmpty()) {
            return new Answer.Refused(Refusal.UNKNOWN);
        }
        Rateable rateable = found.get();
        Instant now = clock.instant();
        Optional<Refusal> refusal = refusal(rateable, person, now);
        if (refusal.isPresent()) {
            return new Answer.Refused(refusal.get());
        }
        Side side = rateable.side(person).orElseThrow();
        return switch (draft.read(side)) {
            case Draft.Reading.Unfit(var faults) -> new Answer.Unfit(faults);
            case Draft.Reading.Fit(var rating) -> {
                RatingRows.Given given = new RatingRows.Given(rateable, person, rating, now);
                boolean both = rows.put(given);
                yield new Answer.Kept(
                        both
                                ? revealed(request, side, now)
                                : new RatedRequest(rateable, side, rating, null));
            }
        };
    }

    private RatedRequest revealed(RequestId request, Side side, Instant now) {
        List<Rateable> revealed = rateables.reveal(request, now);
        reveal.of(revealed, now);
        return seen(revealed.getFirst(), side);
    }

    /** The ratings of a request as this person may see them; empty for those who are no party. */
    Optional<RatedRequest> seenBy(PersonId person, RequestId request) {
        return rateables
                .find(request)
                .flatMap(rateable -> rateable.side(person).map(side -> seen(rateable, side)));
    }

    /** Why this person can't rate now; empty if they can. */
    Optional<Refusal> refusal(Rateable rateable, PersonId person, Instant now) {
        if (rateable.side(person).isEmpty()) {
            return Optional.of(Refusal.UNKNOWN);
        }
        return switch (rateable.standing()) {
            case UNSOLVED -> Optional.of(Refusal.NOT_SOLVED);
            case OWN_WORK -> Optional.of(Refusal.OWN_WORK);
            case REVEALED -> Optional.of(Refusal.REVEALED);
            case SEALED -> rateable.open(now) ? Optional.empty() : Optional.of(Refusal.CLOSED);
        };
    }

    private RatedRequest seen(Rateable rateable, Side side) {
        boolean revealed = rateable.standing() == Standing.REVEALED;
        Rating own = null;
        Rating other = null;
        for (RatingRows.Row row : rows.of(List.of(rateable))) {
            if (row.rating().side() == side) {
                own = row.rating();
            } else if (revealed) {
                other = row.rating();
            }
        }
        return new RatedRequest(rateable, side, own, other);
    }
}
