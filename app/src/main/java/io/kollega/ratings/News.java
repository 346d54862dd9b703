package io.kollega.ratings;

import io.kollega.requests.events.RequestEvent;
import io.kollega.requests.events.RequestEvent.RequestAnswered;
import io.kollega.requests.events.RequestEvent.RequestAssigned;
import io.kollega.requests.events.RequestEvent.RequestClosed;
import io.kollega.requests.events.RequestEvent.RequestDeclined;
import io.kollega.requests.events.RequestEvent.RequestHandedOver;
import io.kollega.requests.events.RequestEvent.RequestJoined;
import io.kollega.requests.events.RequestEvent.RequestPaused;
import io.kollega.requests.events.RequestEvent.RequestReopened;
import io.kollega.requests.events.RequestEvent.RequestResumed;
import io.kollega.requests.events.RequestEvent.RequestSolved;
import io.kollega.requests.events.RequestEvent.RequestSubmitted;
import io.kollega.requests.events.RequestEvent.RequestWithdrawn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Learns from the news of requests what can be rated. Runs inside the transaction of the deed. */
@Component
class News {
    private final Rateables rateables;
    private final RatingWindow window;

    News(Rateables rateables, RatingWindow window) {
        this.rateables = rateables;
        this.window = window;
    }

    @EventListener
    void on(RequestEvent event) {
        switch (event) {
            case RequestSubmitted(var request, _, var parties) ->
                    rateables.submitted(request, parties);
            case RequestSolved(var request, var at, var parties, var by) ->
                    rateables.solved(
                            request, parties, by, at, window.closesAt(parties.providerUnit(), at));
            case RequestReopened(var request, _, var parties, var by) -> {
                if (by.equals(parties.client())) {
                    rateables.unsolved(request);
                } else {
                    rateables.takenBack(request);
                }
            }
            case RequestWithdrawn(var request, _, _) -> rateables.unsolved(request);
            case RequestDeclined(var request, _, _, _) -> rateables.takenBack(request);
            case RequestAssigned _,
                    RequestHandedOver _,
                    RequestAnswered _,
                    RequestPaused _,
                    RequestResumed _,
                    RequestClosed _,
                    RequestJoined _ -> {}
        }
    }
}
