package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.access.FirstAdministrator.Candidate;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each test empties the accounts in a transaction of its own, which it takes back. */
@KollegaTest
class FirstAdministratorTest {
    private static final Candidate EVA =
            new Candidate("Компания", "Ева", "Новикова", "eva", Cast.PASSWORD);

    @Autowired FirstAdministrator administrator;
    @Autowired Identities identities;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;
    @Autowired TestClock clock;

    @Test
    void isMadeOnceByTheLink() {
        withoutAccounts(secret -> {
            assertThat(administrator.valid(secret)).isTrue();
            var made = administrator.create(secret, EVA);
            assertThat(made).isPresent();
            assertThat(identities.of(made.get()).orElseThrow().person().company())
                    .containsExactlyInAnyOrder(
                            io.kollega.permissions.Permission.ASK,
                            io.kollega.permissions.Permission.ADMINISTER,
                            io.kollega.permissions.Permission.READ_AUDIT);
            assertThat(administrator.valid(secret)).isFalse();
            assertThat(administrator.create(secret, EVA)).isEmpty();
            assertThat(administrator.invite()).as("an account exists").isEmpty();
        });
    }

    @Test
    void isNotMadeByLinkThatHasExpiredOrWasReplaced() {
        withoutAccounts(secret -> {
            String newer = administrator.invite().orElseThrow();
            assertThat(administrator.create(secret, EVA)).isEmpty();
            clock.advance(FirstAdministrator.VALID.plusSeconds(1));
            assertThat(administrator.create(newer, EVA)).isEmpty();
        });
    }

    @Test
    void isNotInvitedWhereAccountsAre() {
        assertThat(administrator.invite()).isEmpty();
    }

    private void withoutAccounts(Consumer<String> test) {
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("truncate access.account cascade").update();
            test.accept(administrator.invite().orElseThrow());
        });
    }
}
