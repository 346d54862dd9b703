package io.kollega.surveys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.kollega.organization.PersonId;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The credentials of anonymous campaigns: signed blindly, once for each person who is asked. Of a
 * signing nothing is kept but that there was one.
 */
@Component
public class Credentials {
    private static final int KEPT = 2_000;

    private final JdbcClient jdbc;
    private final Cache<String, Optional<Verifying>> verifying =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    Credentials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Verifying(long campaign, RSAPublicKey key) {}

    /**
     * A public key as everybody may see it.
     *
     * @param n modulus, unsigned
     * @param e exponent, unsigned
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Key(String id, byte[] n, byte[] e, int shared) {}

    /** What came of asking for a credential. */
    @SuppressWarnings("ArrayRecordComponent")
    sealed interface Signed {
        /** The blinded message signed. */
        record Given(String key, byte[] signature) implements Signed {}

        /** The person was given one before. */
        record Before() implements Signed {}

        /** The person is not asked. */
        record NotAsked() implements Signed {}

        /** It is no blinded message under the person's key. */
        record Unfit() implements Signed {}
    }

    /** All keys of a campaign. */
    public List<Key> keys(CampaignId id) {
        return jdbc.sql(
                        """
                        select id, n, e, invited from surveys.key_group
                        where campaign = ? and n is not null order by id
                        """)
                .param(id.value())
                .query((row, _) ->
                        new Key(
                                row.getString("id"),
                                row.getBytes("n"),
                                row.getBytes("e"),
                                row.getInt("invited")))
                .list();
    }

    /** Signs blindly, once. */
    @Transactional
    Signed sign(CampaignId id, PersonId person, byte[] blinded) {
        record Held(String key, boolean done, byte[] n, byte @Nullable [] secret) {}
        Held held =
                jdbc.sql(
                                """
                                select key_group.id, done, n, private_key from surveys.invitation
                                join surveys.key_group on key_group.id = invitation.key_group
                                where invitation.campaign = ? and person = ? and n is not null
                                for update of invitation
                                """)
                        .params(id.value(), person.value())
                        .query((row, _) ->
                                new Held(
                                        row.getString("id"),
                                        row.getBoolean("done"),
                                        row.getBytes("n"),
                                        row.getBytes("private_key")))
                        .optional()
                        .orElse(null);
        if (held == null || held.secret() == null) {
            return new Signed.NotAsked();
        }
        if (held.done()) {
            return new Signed.Before();
        }
        Optional<byte[]> signature =
                BlindKeys.sign(blinded, BlindKeys.privateKey(held.secret()), held.n());
        if (signature.isEmpty()) {
            return new Signed.Unfit();
        }
        jdbc.sql("update surveys.invitation set done = true where campaign = ? and person = ?")
                .params(id.value(), person.value())
                .update();
        return new Signed.Given(held.key(), signature.get());
    }

    /** Whether a message was signed under a key of this campaign. */
    public boolean verifies(CampaignId id, String key, byte[] message, byte[] signature) {
        return verifying
                .get(key, this::read)
                .filter(it -> it.campaign() == id.value())
                .filter(it -> BlindKeys.verifies(message, signature, it.key()))
                .isPresent();
    }

    private Optional<Verifying> read(String key) {
        return jdbc.sql(
                        """
                        select campaign, n, e from surveys.key_group
                        where id = ? and n is not null
                        """)
                .param(key)
                .query((row, _) ->
                        new Verifying(
                                row.getLong("campaign"),
                                BlindKeys.publicKey(row.getBytes("n"), row.getBytes("e"))))
                .optional();
    }
}
