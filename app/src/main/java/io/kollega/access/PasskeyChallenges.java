package io.kollega.access;

import io.kollega.organization.PersonId;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What passkeys must sign: random, answered once and soon. They are rows and not part of a session,
 * because who signs in has none yet; so strangers can have them made, and there is an end to how
 * many.
 */
@Component
final class PasskeyChallenges {
    static final Duration VALID = Duration.ofMinutes(5);
    static final int MOST = 10_000;
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    PasskeyChallenges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A new one for this person to make a passkey, or for whoever comes; empty if too many wait.
     */
    Optional<byte[]> begin(@Nullable PersonId person) {
        byte[] challenge = new byte[BYTES];
        RANDOM.nextBytes(challenge);
        int made =
                jdbc.sql(
                                """
                                insert into access.passkey_challenge (challenge, person, expires_at)
                                select :challenge, :person, :until
                                where :person::bigint is not null
                                    or (select count(*) from access.passkey_challenge
                                        where person is null) < :most
                                """)
                        .param("challenge", challenge)
                        .param("person", person == null ? null : person.value(), Types.BIGINT)
                        .param("until", Timestamp.from(clock.instant().plus(VALID)))
                        .param("most", MOST)
                        .update();
        return made == 1 ? Optional.of(challenge) : Optional.empty();
    }

    /** Whether it was waiting, and for this; it waits no more. */
    boolean answer(byte[] challenge, @Nullable PersonId person) {
        return jdbc.sql(
                                """
                                delete from access.passkey_challenge
                                where challenge = :challenge and expires_at > :now
                                    and person is not distinct from :person
                                """)
                        .param("challenge", challenge)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("person", person == null ? null : person.value(), Types.BIGINT)
                        .update()
                == 1;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        jdbc.sql("delete from access.passkey_challenge where expires_at <= ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }
}
