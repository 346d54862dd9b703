package io.kollega.ratings;

import io.kollega.organization.PersonId;
import io.kollega.requests.events.RequestId;
import java.time.Instant;

/**
 * The ratings of a request were opened to both sides; published once, in the transaction of the
 * reveal, and only if at least one side has rated. Carries no rating: who wants to know opens the
 * request.
 */
public record RatingsRevealed(
        RequestId request,
        Instant at,
        PersonId client,
        PersonId specialist,
        String subject,
        boolean clientRated,
        boolean providerRated) {}
