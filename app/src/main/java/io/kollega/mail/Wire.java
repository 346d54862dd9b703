package io.kollega.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to the mail server, opened when the first mail goes and kept for the next ones. */
final class Wire implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final int LATER = 400;
    private static final int NEVER = 500;

    /** The server says that it hangs up. */
    private static final int CLOSING = 421;

    private final MailServer server;
    private final Session session;
    private @Nullable Transport transport;

    Wire(MailServer server, String sender) {
        this.server = server;
        this.session = Session.getInstance(server.properties(sender));
    }

    Session session() {
        return session;
    }

    /** Hands a mail over; that the server has it is certain only when this says so. */
    Delivered send(MimeMessage message, Address to) {
        Transport open;
        try {
            open = open();
        } catch (AuthenticationFailedException _) {
            return new Delivered.Down(Trouble.SIGN_IN_REFUSED);
        } catch (MessagingException e) {
            LOG.info("Mail server {} can't be reached: {}", server, e.getClass().getSimpleName());
            return new Delivered.Down(Trouble.NO_SERVER);
        }
        try {
            open.sendMessage(message, new Address[] {to});
            return new Delivered.Taken();
        } catch (MessagingException e) {
            Delivered verdict = verdict(e);
            if (!(verdict instanceof Delivered.Refused)) {
                close();
            }
            return verdict;
        }
    }

    private Transport open() throws MessagingException {
        Transport open = transport;
        if (open != null && open.isConnected()) {
            return open;
        }
        close();
        open = session.getTransport(server.protocol());
        open.connect(server.host(), server.port(), server.user(), server.password());
        transport = open;
        return open;
    }

    private static Delivered verdict(MessagingException failure) {
        for (Exception e = failure; e != null; e = next(e)) {
            switch (e) {
                case SMTPSenderFailedException _ -> {
                    return new Delivered.Down(Trouble.SENDER_REFUSED);
                }
                case SMTPAddressFailedException address -> {
                    return judged(address.getReturnCode(), Trouble.RECIPIENT_REFUSED);
                }
                case SMTPSendFailedException sent when next(sent) == null -> {
                    return judged(sent.getReturnCode(), Trouble.REFUSED);
                }
                default -> {}
            }
        }
        return failure instanceof SendFailedException
                ? new Delivered.Postponed(Trouble.LATER)
                : new Delivered.Postponed(Trouble.NO_SERVER);
    }

    private static Delivered judged(int code, Trouble refused) {
        if (code == CLOSING) {
            return new Delivered.Down(Trouble.NO_SERVER);
        }
        return code >= NEVER
                ? new Delivered.Refused(refused)
                : new Delivered.Postponed(code >= LATER ? Trouble.LATER : Trouble.NO_SERVER);
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException sent ? sent.getNextException() : null;
    }

    @Override
    public void close() {
        Transport open = transport;
        transport = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException _) {
                // It is closed in any case.
            }
        }
    }
}
