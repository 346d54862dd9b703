package io.kollega.access;

import io.kollega.organization.PersonId;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Codes that stand in for a second factor that is lost, one use each. Of 120 random bits a plain
 * hash is enough (NIST SP 800-63B: from 112 on): there is nothing to guess.
 */
@Component
final class RecoveryCodes {
    static final int COUNT = 10;
    private static final int BYTES = 15;
    private static final int GROUP = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    RecoveryCodes(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** New ones in place of all before; they can be shown only once. */
    List<String> renew(PersonId person) {
        List<String> codes = Stream.generate(RecoveryCodes::code).limit(COUNT).toList();
        byte[][] hashes = codes.stream().map(it -> Secret.hash(normal(it))).toArray(byte[][]::new);
        transactions.executeWithoutResult(_ -> {
            remove(person);
            jdbc.sql(
                            """
                            insert into access.recovery_code (person, hash)
                            select :person, hash from unnest(:hashes::bytea[]) as g (hash)
                            """)
                    .param("person", person.value())
                    .param("hashes", hashes)
                    .update();
        });
        return codes;
    }

    /** Whether it is one of the person's; uses it up. */
    boolean use(PersonId person, String code) {
        return jdbc.sql("delete from access.recovery_code where person = ? and hash = ?")
                        .params(person.value(), Secret.hash(normal(code)))
                        .update()
                == 1;
    }

    int left(PersonId person) {
        return jdbc.sql("select count(*) from access.recovery_code where person = ?")
                .param(person.value())
                .query(Integer.class)
                .single();
    }

    void remove(PersonId person) {
        jdbc.sql("delete from access.recovery_code where person = ?")
                .param(person.value())
                .update();
    }

    private static String code() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        String letters = Base32.toBase32String(bits).toLowerCase(Locale.ROOT);
        return String.join("-", letters.split("(?<=\\G.{" + GROUP + "})"));
    }

    /** As typed from paper: the letters have no 0, 1 or 8 that could be meant. */
    private static String normal(String code) {
        return Authenticators.plain(code)
                .toLowerCase(Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('8', 'b');
    }
}
