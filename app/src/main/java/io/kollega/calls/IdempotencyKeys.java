package io.kollega.calls;

import io.kollega.organization.PersonId;
import io.kollega.shell.Sha256;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a caller repeat a call safely: the first answer to a key is written in the transaction of
 * what the call creates, and a repetition is given that answer.
 */
@Component
public final class IdempotencyKeys {
    static final int LONGEST = 200;
    static final Duration KEPT = Duration.ofHours(48);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    IdempotencyKeys(JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** An answer to a call. {@code created}: whether it is to be kept. */
    public record Answer(int status, boolean created, @Nullable String location, String body) {}

    /** What a call with a key comes to. */
    public sealed interface Outcome {
        /** {@code first}: whether it was done now, and not repeated. */
        record Answered(Answer answer, boolean first) implements Outcome {}

        /** The key has been used for a call with another content. */
        record KeyReused() implements Outcome {}
    }

    /**
     * Does the deed once for this key.
     *
     * <p>The key is written last: a second call with the same key waits there for the first one to
     * commit, then takes back all it did itself and repeats the first answer. So a call that is not
     * repeated, which nearly all are not, costs one insert.
     */
    public Outcome once(PersonId person, String key, String content, Supplier<Answer> deed) {
        byte[] hash = Sha256.of(content);
        Optional<Answer> first =
                transactions.execute(status -> {
                    Answer answer = deed.get();
                    if (answer.created() && !keep(person, key, hash, answer)) {
                        status.setRollbackOnly();
                        return Optional.empty();
                    }
                    return Optional.of(answer);
                });
        return first.<Outcome>map(answer -> new Outcome.Answered(answer, true))
                .orElseGet(() -> repeat(person, key, hash));
    }

    /**
     * What the same call was answered before; empty if it was not made, or asked for other things.
     */
    public Optional<Answer> before(PersonId person, String key, String content) {
        return kept(person, key)
                .filter(kept -> Arrays.equals(kept.hash(), Sha256.of(content)))
                .map(Kept::answer);
    }

    /** Forgets keys that are old enough. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void forget() {
        jdbc.sql("delete from calls.idempotency_key where at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private boolean keep(PersonId person, String key, byte[] hash, Answer answer) {
        return jdbc.sql(
                                """
                                insert into calls.idempotency_key
                                    (person, key, hash, status, location, body, at)
                                values (:person, :key, :hash, :status, :location, :body, :at)
                                on conflict (person, key) do nothing
                                """)
                        .param("person", person.value())
                        .param("key", key)
                        .param("hash", hash)
                        .param("status", answer.status())
                        .param("location", answer.location())
                        .param("body", answer.body())
                        .param("at", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private record Kept(byte[] hash, Answer answer) {}

    private Outcome repeat(PersonId person, String key, byte[] hash) {
        Kept kept = kept(person, key).orElseThrow();
        return Arrays.equals(kept.hash(), hash)
                ? new Outcome.Answered(kept.answer(), false)
                : new Outcome.KeyReused();
    }

    private Optional<Kept> kept(PersonId person, String key) {
        return jdbc.sql(
                        """
                        select hash, status, location, body from calls.idempotency_key
                        where person = :person and key = :key
                        """)
                .param("person", person.value())
                .param("key", key)
                .query((row, _) ->
                        new Kept(
                                row.getBytes("hash"),
                                new Answer(
                                        row.getInt("status"),
                                        true,
                                        row.getString("location"),
                                        row.getString("body"))))
                .optional();
    }
}
