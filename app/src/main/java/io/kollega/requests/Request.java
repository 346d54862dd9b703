package io.kollega.requests;

import io.kollega.catalog.ServiceId;
import io.kollega.catalog.StandardId;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.requests.events.RequestEvent.Parties;
import io.kollega.requests.events.RequestId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it stands after so many entries.
 *
 * @param version the number of its last entry
 * @param fields the client's answers to the questions of the service
 * @param clientUnit the unit to which the client belonged when asking
 * @param unit the unit that is to serve
 * @param standard what was promised; null if it was brought in from elsewhere without a promise
 * @param answered whether the provider has said anything to the client
 */
record Request(
        RequestId id,
        int version,
        Kind kind,
        String subject,
        String body,
        Map<String, String> fields,
        PersonId client,
        UnitId clientUnit,
        UnitId unit,
        @Nullable ServiceId service,
        @Nullable StandardId standard,
        State state,
        boolean answered,
        Instant submittedAt,
        Instant changedAt) {

    Parties parties() {
        return new Parties(client, clientUnit, unit, state.specialist(), service, subject);
    }
}
