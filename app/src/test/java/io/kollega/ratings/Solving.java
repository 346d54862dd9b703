package io.kollega.ratings;

import io.kollega.Cast;
import io.kollega.TestClock;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.requests.events.RequestEvent.Parties;
import io.kollega.requests.events.RequestEvent.RequestReopened;
import io.kollega.requests.events.RequestEvent.RequestSolved;
import io.kollega.requests.events.RequestEvent.RequestSubmitted;
import io.kollega.requests.events.RequestEvent.RequestWithdrawn;
import io.kollega.requests.events.RequestId;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** News of requests that exist only as news, far from the numbers of real ones. */
record Solving(
        Cast cast,
        TestClock clock,
        ApplicationEventPublisher events,
        TransactionOperations transactions) {
    private static final AtomicLong NUMBERS = new AtomicLong(7_000_000);

    /** Irina asks IT, Pavel solves. */
    RequestId solved() {
        return solved("irina", "accounting", "pavel", "it");
    }

    RequestId solved(String client, String clientUnit, String specialist, String providerUnit) {
        RequestId request = submitted(client, clientUnit, providerUnit);
        solve(request, client, clientUnit, specialist, providerUnit);
        return request;
    }

    RequestId submitted(String client, String clientUnit, String providerUnit) {
        RequestId request = new RequestId(NUMBERS.incrementAndGet());
        publish(
                new RequestSubmitted(
                        request,
                        clock.instant(),
                        parties(client, clientUnit, null, providerUnit, request)));
        return request;
    }

    void solve(
            RequestId request,
            String client,
            String clientUnit,
            String specialist,
            String providerUnit) {
        publish(
                new RequestSolved(
                        request,
                        clock.instant(),
                        parties(client, clientUnit, cast.id(specialist), providerUnit, request),
                        cast.id(specialist)));
    }

    /** Irina is not content with what Pavel did. */
    void reopen(RequestId request) {
        reopen(request, "irina");
    }

    void reopen(RequestId request, String by) {
        publish(
                new RequestReopened(
                        request,
                        clock.instant(),
                        parties("irina", "accounting", cast.id("pavel"), "it", request),
                        cast.id(by)));
    }

    void withdraw(RequestId request) {
        publish(
                new RequestWithdrawn(
                        request,
                        clock.instant(),
                        parties("irina", "accounting", cast.id("pavel"), "it", request)));
    }

    private Parties parties(
            String client,
            String clientUnit,
            @Nullable PersonId specialist,
            String providerUnit,
            RequestId request) {
        UnitId asking = cast.unit(clientUnit);
        UnitId serving = cast.unit(providerUnit);
        return new Parties(
                cast.id(client), asking, serving, specialist, null, "Пропуск " + request.value());
    }

    private void publish(Object event) {
        transactions.executeWithoutResult(_ -> events.publishEvent(event));
    }
}
