package io.kollega.demo;

import io.kollega.catalog.ServiceId;
import io.kollega.organization.UnitId;
import io.kollega.ratings.Aspect;
import io.kollega.ratings.BroughtRating;
import io.kollega.ratings.Ease;
import io.kollega.ratings.Reason;
import io.kollega.ratings.Solved;
import io.kollega.requests.events.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the two sides said after a request was solved.
 *
 * @param opens when each sees what the other said
 * @param score the client's, 0 to 10; null if the client said nothing
 * @param ofClient the provider's, 1 to 5 each; empty if the provider said nothing
 */
record Verdict(
        Story story,
        String subject,
        Instant solved,
        Instant opens,
        @Nullable Integer score,
        @Nullable Ease ease,
        @Nullable Solved got,
        Map<Aspect, Integer> ofProvider,
        List<Reason> reasons,
        String comment,
        Map<Aspect, Integer> ofClient) {

    BroughtRating brought(RequestId request, Company company) {
        ServicePlan plan = story.service;
        ServiceId service = plan == null ? null : company.services().get(plan.code());
        UnitId client = company.unit(story.clientUnit);
        return new BroughtRating(
                request,
                story.client.id(),
                client,
                story.specialist.id(),
                company.unit(story.unit),
                service,
                subject,
                solved,
                opens,
                score,
                ease,
                got,
                ofProvider,
                reasons,
                comment,
                ofClient);
    }
}
