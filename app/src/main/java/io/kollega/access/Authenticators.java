package io.kollega.access;

import io.kollega.organization.PersonId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Authenticator apps, one a person. */
@Component
final class Authenticators {
    private static final Logger LOG = LoggerFactory.getLogger(Authenticators.class);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;
    private final TimeCodes codes = new TimeCodes(TimeCodes.DIGITS);

    Authenticators(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    boolean has(PersonId person) {
        return jdbc.sql("select exists (select from access.authenticator where person = ?)")
                .param(person.value())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** A new secret, which the page carries sealed until the first code shows that it arrived. */
    String draft(PersonId person) {
        return Base64.getUrlEncoder()
                .encodeToString(vault.seal(TimeCodes.secret(), draftOf(person)));
    }

    /** The secret in a draft of this person; empty if it is none. */
    Optional<byte[]> secret(PersonId person, String draft) {
        try {
            return vault.open(Base64.getUrlDecoder().decode(draft), draftOf(person));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Takes the app into use, in place of any before, if this is a code of it. */
    boolean add(PersonId person, byte[] secret, String code) {
        OptionalLong step = codes.step(secret, plain(code), clock.instant());
        step.ifPresent(it ->
                jdbc.sql(
                                """
                                insert into access.authenticator (person, secret, added_at, last_step)
                                values (:person, :secret, :now, :step)
                                on conflict (person) do update
                                    set secret = :secret, added_at = :now, last_step = :step
                                """)
                        .param("person", person.value())
                        .param("secret", vault.seal(secret, keptFor(person)))
                        .param("now", Timestamp.from(clock.instant()))
                        .param("step", it)
                        .update());
        return step.isPresent();
    }

    /** Whether it is a code of the person's app that was not used before; uses it up. */
    boolean use(PersonId person, String code) {
        Optional<byte[]> sealed =
                jdbc.sql("select secret from access.authenticator where person = ?")
                        .param(person.value())
                        .query((row, _) -> row.getBytes(1))
                        .optional();
        if (sealed.isEmpty()) {
            return false;
        }
        Optional<byte[]> secret = vault.open(sealed.get(), keptFor(person));
        if (secret.isEmpty()) {
            LOG.error(
                    "The authenticator of person {} was sealed with another key: restore secret.key"
                            + " or KOLLEGA_SECRET_KEY, or run bin/kollega second-factor reset.",
                    person.value());
            return false;
        }
        OptionalLong step = codes.step(secret.get(), plain(code), clock.instant());
        // Of two at once with the same code one finds it used.
        return step.isPresent()
                && jdbc.sql(
                                        """
                                        update access.authenticator set last_step = :step
                                        where person = :person and last_step < :step
                                        """)
                                .param("step", step.getAsLong())
                                .param("person", person.value())
                                .update()
                        == 1;
    }

    boolean remove(PersonId person) {
        return jdbc.sql("delete from access.authenticator where person = ?")
                        .param(person.value())
                        .update()
                == 1;
    }

    /** Apps show codes in groups, and people type them so. */
    static String plain(String code) {
        return code.replaceAll("[\\s\\p{Zs}-]", "");
    }

    private static String keptFor(PersonId person) {
        return "authenticator " + person.value();
    }

    private static String draftOf(PersonId person) {
        return "draft " + person.value();
    }
}
