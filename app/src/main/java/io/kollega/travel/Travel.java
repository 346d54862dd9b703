package io.kollega.travel;

import io.kollega.requests.events.RequestEvent;
import io.kollega.requests.events.RequestId;
import io.kollega.requests.events.RequestsBrought;
import java.util.Collection;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How work travels between units. Requests that something happened to are noted in the transaction
 * of the deed and folded soon after, and so are those that were brought in; new ones are found by
 * their number, so that submitting costs nothing here.
 */
@Component
final class Travel {
    private final JdbcClient jdbc;

    Travel(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void note(RequestsBrought brought) {
        note(brought.requests());
    }

    /** Notes requests whose way has to be read again. */
    void note(Collection<RequestId> requests) {
        jdbc.sql(
                        """
                        insert into travel.noted (request)
                        select distinct unnest(?) on conflict do nothing\
                        """)
                .param(requests.stream().map(RequestId::value).toArray(Long[]::new))
                .update();
    }

    @EventListener
    void note(RequestEvent event) {
        switch (event) {
            case RequestEvent.RequestSubmitted _,
                    RequestEvent.RequestAssigned _,
                    RequestEvent.RequestAnswered _,
                    RequestEvent.RequestJoined _ -> {}
            case RequestEvent.RequestHandedOver _,
                    RequestEvent.RequestPaused _,
                    RequestEvent.RequestResumed _,
                    RequestEvent.RequestSolved _,
                    RequestEvent.RequestClosed _,
                    RequestEvent.RequestReopened _,
                    RequestEvent.RequestWithdrawn _,
                    RequestEvent.RequestDeclined _ ->
                    jdbc.sql("insert into travel.noted values (?) on conflict do nothing")
                            .param(event.request().value())
                            .update();
        }
    }
}
