package io.kollega.mail;

import io.kollega.access.Accounts;
import io.kollega.access.Reader;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands one mail after the other to the server. A mail is held by its row's lock while it goes, so
 * that any number of nodes never send it twice; a node that dies lets go of it. What is gone is
 * deleted. Dies the node between the server's word and the commit, the mail goes again under the
 * same Message-ID: SMTP has no better promise, and a mail lost would be worse.
 */
@Component
final class Delivery {
    /** For so long it is tried. */
    static final Duration PATIENCE = Duration.ofDays(2);

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);
    private static final int MOST_IN_DIGEST = 200;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Organization organization;
    private final Composer composer;
    private final TransactionTemplate transactions;
    private final TransactionTemplate within;
    private final Clock clock;

    Delivery(
            JdbcClient jdbc,
            Accounts accounts,
            Organization organization,
            Composer composer,
            PlatformTransactionManager manager,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.organization = organization;
        this.composer = composer;
        this.transactions = new TransactionTemplate(manager);
        this.within = new TransactionTemplate(manager);
        this.within.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    /** Sends the mail that is due first; empty when none is. */
    Optional<Delivered> next(Wire wire) {
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    List<Letter> letters = claim();
                    return letters.isEmpty()
                            ? Optional.empty()
                            : Optional.of(deliver(letters, wire));
                }));
    }

    private List<Letter> claim() {
        Timestamp now = Timestamp.from(clock.instant());
        List<Letter> first =
                letters(
                        """
                        where given_up_at is null and due <= ?
                        order by due, id limit 1 for update skip locked
                        """,
                        now);
        if (first.isEmpty() || !first.getFirst().digest()) {
            return first;
        }
        return letters(
                """
                where person = ? and digest and given_up_at is null and due <= ?
                order by id limit ? for update skip locked
                """,
                first.getFirst().person().value(),
                now,
                MOST_IN_DIGEST);
    }

    private List<Letter> letters(String which, Object... values) {
        return jdbc
                .sql("select " + Letter.COLUMNS + " from mail.letter " + which)
                .params(values)
                .query(Letter::read)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private Delivered deliver(List<Letter> letters, Wire wire) {
        Delivered delivered = sendOrUndo(letters, wire);
        Long[] ids = letters.stream().map(Letter::id).toArray(Long[]::new);
        Letter first = letters.getFirst();
        switch (delivered) {
            case Delivered.Taken _ -> delete(ids);
            case Delivered.Refused(Trouble trouble) -> giveUp(ids, trouble);
            case Delivered.Down(Trouble trouble) -> note(trouble);
            case Delivered.Postponed(Trouble trouble) -> {
                Instant now = clock.instant();
                if (now.isAfter(first.since().plus(PATIENCE))) {
                    giveUp(ids, trouble);
                } else {
                    postpone(ids, trouble, now.plus(pause(first, now)));
                }
            }
        }
        return delivered;
    }

    /** What was made for a mail that did not go, such as a link in it, was not made. */
    private Delivered sendOrUndo(List<Letter> letters, Wire wire) {
        try {
            return Objects.requireNonNull(
                    within.execute(status -> {
                        Delivered delivered = send(letters, wire);
                        if (!(delivered instanceof Delivered.Taken)) {
                            status.setRollbackOnly();
                        }
                        return delivered;
                    }));
        } catch (IllegalArgumentException | IllegalStateException e) {
            // A fault of ours with one mail must not hold up the others.
            LOG.warn("A mail could not be written: {}", e.getClass().getSimpleName());
            return new Delivered.Postponed(Trouble.REFUSED);
        }
    }

    private Delivered send(List<Letter> letters, Wire wire) {
        PersonId person = letters.getFirst().person();
        Reader reader = accounts.readers(List.of(person)).get(person);
        String given = organization.emails(List.of(person)).get(person);
        if (reader == null || given == null) {
            // They have left, or want no mail any more: nobody is there to hear of it.
            return new Delivered.Taken();
        }
        try {
            InternetAddress to = MailSettings.address(given);
            return wire.send(composer.write(wire.session(), letters, reader, to), to);
        } catch (MessagingException _) {
            return new Delivered.Refused(Trouble.NO_ADDRESS);
        }
    }

    /** Half a minute at first, then half as long again as it has waited so far. */
    static Duration pause(Letter letter, Instant now) {
        Duration waited = Duration.between(letter.since(), now).dividedBy(2);
        return waited.compareTo(FIRST_PAUSE) < 0
                ? FIRST_PAUSE
                : waited.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : waited;
    }

    private void delete(Long[] ids) {
        jdbc.sql("delete from mail.letter where id = any(?)").param(ids).update();
    }

    private void postpone(Long[] ids, Trouble trouble, Instant due) {
        jdbc.sql(
                        """
                        update mail.letter set tries = tries + 1, trouble = :trouble, due = :due
                        where id = any(:ids)
                        """)
                .param("trouble", trouble.slug())
                .param("due", Timestamp.from(due))
                .param("ids", ids)
                .update();
    }

    private void giveUp(Long[] ids, Trouble trouble) {
        jdbc.sql(
                        """
                        update mail.letter
                        set tries = tries + 1, trouble = :trouble, given_up_at = :now
                        where id = any(:ids)
                        """)
                .param("trouble", trouble.slug())
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", ids)
                .update();
    }

    /**
     * While the server takes nothing, each waits as it did; what has waited too long is given up.
     */
    private void note(Trouble trouble) {
        Instant now = clock.instant();
        jdbc.sql(
                        """
                        update mail.letter set trouble = :trouble,
                            given_up_at = case when since < :long then :now::timestamptz end
                        where given_up_at is null and due <= :now
                            and (trouble is distinct from :trouble or since < :long)
                        """)
                .param("trouble", trouble.slug())
                .param("now", Timestamp.from(now))
                .param("long", Timestamp.from(now.minus(PATIENCE)))
                .update();
    }
}
