package io.kollega.mail;

import io.kollega.access.Accounts;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * One-time links by which people set their passwords, by mail instead of by hand. The link is made
 * when the mail goes, so that no secret waits anywhere.
 */
@Component
public final class PasswordMail {
    static final String SENTENCE = "mail.password-link";

    private final MailSettings settings;
    private final Outbox outbox;
    private final Accounts accounts;
    private final Organization organization;
    private final Clock clock;

    PasswordMail(
            MailSettings settings,
            Outbox outbox,
            Accounts accounts,
            Organization organization,
            Clock clock) {
        this.settings = settings;
        this.outbox = outbox;
        this.accounts = accounts;
        this.organization = organization;
        this.clock = clock;
    }

    /** Whether mail goes out, and they have an open account and an address. */
    public boolean reaches(PersonId person) {
        return settings.on()
                && accounts.readers(List.of(person)).containsKey(person)
                && organization.emails(List.of(person)).containsKey(person);
    }

    /** Sends a link soon, in the name of who asked for it. */
    public void send(PersonId person, PersonId by) {
        outbox.write(
                Topic.ACCOUNT,
                SENTENCE,
                new About("account", 0, "", "/"),
                List.of(person),
                null,
                by,
                clock.instant());
    }
}
