package io.kollega.ratings;

import io.kollega.catalog.ServiceId;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.requests.events.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ratings of a request that was solved earlier.
 *
 * @param specialist who solved it; somebody else than the client
 * @param revealedAt when both sides saw both, on the day of which they count; if that is yet to
 *     come, they are sealed until then, and what a side has not said it may still say
 * @param score the client's, 0 to 10; null if the client did not rate
 * @param ease the client's
 * @param solved the client's
 * @param ofProvider the client's, 1 to 5 each
 * @param reasons the client's
 * @param comment the client's, empty if none
 * @param ofClient the provider's, 1 to 5 each; empty if the provider did not rate
 */
public record BroughtRating(
        RequestId request,
        PersonId client,
        UnitId clientUnit,
        PersonId specialist,
        UnitId providerUnit,
        @Nullable ServiceId service,
        String subject,
        Instant solvedAt,
        Instant revealedAt,
        @Nullable Integer score,
        @Nullable Ease ease,
        @Nullable Solved solved,
        Map<Aspect, Integer> ofProvider,
        List<Reason> reasons,
        String comment,
        Map<Aspect, Integer> ofClient) {}
