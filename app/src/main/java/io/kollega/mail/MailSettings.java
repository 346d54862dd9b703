package io.kollega.mail;

import io.kollega.shell.Misconfigured;
import io.kollega.shell.OutsideAddress;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whether mail goes out, by which server, and in whose name. */
@Component
final class MailSettings {
    private final @Nullable MailServer server;
    private final InternetAddress from;

    MailSettings(Environment environment, OutsideAddress outside) {
        String url = environment.getProperty("KOLLEGA_MAIL_URL", "").strip();
        String sender = environment.getProperty("KOLLEGA_MAIL_FROM", "").strip();
        // At a rehearsal made-up people do made-up things, of which nobody may hear.
        boolean played = environment.containsProperty("kollega.rehearsal");
        server = url.isEmpty() || played ? null : server(url);
        from =
                sender.isEmpty()
                        ? ours("kollega@" + URI.create(outside.link()).getHost())
                        : sender(sender);
    }

    boolean on() {
        return server != null;
    }

    Optional<MailServer> server() {
        return Optional.ofNullable(server);
    }

    InternetAddress from() {
        return from;
    }

    /** A name of a mail that no other has, in our domain. */
    String domain() {
        String address = from.getAddress();
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** The sentence tells nothing of what was given: a password stands in it. */
    private static MailServer server(String url) {
        try {
            return MailServer.read(url);
        } catch (IllegalArgumentException _) {
            throw new Misconfigured(
                    "KOLLEGA_MAIL_URL must be smtp://user:password@host:port or smtps:// with the"
                            + " same, letters such as @ in the password as %40, and after smtp://"
                            + " perhaps ?starttls=required or ?starttls=never.");
        }
    }

    private static InternetAddress sender(String given) {
        try {
            InternetAddress[] read = InternetAddress.parse(given, true);
            if (read.length == 1) {
                InternetAddress one = address(read[0].getAddress());
                one.setPersonal(read[0].getPersonal(), StandardCharsets.UTF_8.name());
                return one;
            }
        } catch (AddressException | UnsupportedEncodingException | IllegalArgumentException _) {
            // Refused like any other.
        }
        throw new Misconfigured(
                "KOLLEGA_MAIL_FROM must be one mail address, such as Kollega"
                        + " <kollega@example.com>, not "
                        + given
                        + ".");
    }

    private static InternetAddress ours(String address) {
        InternetAddress ours = new InternetAddress();
        ours.setAddress(address);
        return ours;
    }

    /**
     * An address as mail servers read it.
     *
     * @throws AddressException if it is none
     */
    static InternetAddress address(String given) throws AddressException {
        int at = given.lastIndexOf('@');
        if (at < 1) {
            throw new AddressException("No domain");
        }
        try {
            InternetAddress address =
                    new InternetAddress(
                            given.substring(0, at) + "@" + IDN.toASCII(given.substring(at + 1)),
                            true);
            if (!address.getAddress().chars().allMatch(c -> c > ' ' && c < 0x7f)) {
                throw new AddressException("Letters that mail servers do not take");
            }
            return address;
        } catch (IllegalArgumentException _) {
            throw new AddressException("No domain");
        }
    }
}
