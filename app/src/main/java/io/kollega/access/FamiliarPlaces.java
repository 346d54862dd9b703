package io.kollega.access;

import io.kollega.organization.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The browsers and addresses at which people have signed in lately. A place is no proof of
 * anything: it only spares its person the waits that strangers' attempts on their login make.
 */
@Component
final class FamiliarPlaces {
    static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final BrowserCookies cookies;
    private final Clock clock;

    FamiliarPlaces(JdbcClient jdbc, BrowserCookies cookies, Clock clock) {
        this.jdbc = jdbc;
        this.cookies = cookies;
        this.clock = clock;
    }

    /** How well a place is known to be a person's. */
    enum Known {
        /** By the browser's secret, which nobody else has. */
        BY_DEVICE,
        /** By the address, which colleagues may share. */
        BY_ADDRESS,
        NOT
    }

    Known of(PersonId person, Origin from) {
        byte[] device = from.deviceKey();
        return jdbc
                .sql(
                        """
                        select place from access.familiar_place
                        where person = :person and place = any(:places) and until > :now
                        """)
                .param("person", person.value())
                .param("places", places(from))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) ->
                        device != null && Arrays.equals(device, row.getBytes(1))
                                ? Known.BY_DEVICE
                                : Known.BY_ADDRESS)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .min(Known::compareTo)
                .orElse(Known.NOT);
    }

    /** Keeps the place of somebody who has just signed in. */
    void remember(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        Origin from = Origin.of(request, cookies);
        String device = Objects.requireNonNullElseGet(from.device(), Secret::create);
        cookies.keep(response, Origin.COOKIE, device, KEPT);
        jdbc.sql(
                        """
                        insert into access.familiar_place (person, place, until)
                        select :person, place, :until from unnest(:places::bytea[]) as g (place)
                        on conflict (person, place) do update set until = excluded.until
                        """)
                .param("person", person.value())
                .param("places", places(new Origin(from.network(), device)))
                .param("until", Timestamp.from(clock.instant().plus(KEPT)))
                .update();
    }

    @Scheduled(initialDelay = 2, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        jdbc.sql("delete from access.familiar_place where until < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private static byte[][] places(Origin from) {
        return Stream.of(from.deviceKey(), from.addressKey())
                .filter(Objects::nonNull)
                .toArray(byte[][]::new);
    }
}
