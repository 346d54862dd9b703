package io.kollega.mail;

import java.net.IDN;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** The mail server that takes our mail. Its text tells no password. */
record MailServer(
        String host, int port, Secrecy secrecy, @Nullable String user, @Nullable String password) {
    private static final Pattern URL =
            Pattern.compile(
                    "(?<scheme>smtps?)://(?:(?<login>.+)@)?"
                            + "(?<host>[\\p{L}\\p{N}._-]+|\\[[0-9A-Fa-f:.]+])"
                            + "(?::(?<port>\\d{1,5}))?/?(?:\\?starttls=(?<starttls>required|never))?");
    private static final String PATIENCE = "20000";

    /** From when on what is said is said under TLS. */
    enum Secrecy {
        NEVER,
        STARTTLS,
        FROM_START
    }

    /**
     * Reads {@code smtp://user:password@host:port?starttls=required}.
     *
     * @throws IllegalArgumentException if it is no such address; its message tells nothing of it
     */
    static MailServer read(String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no address of a mail server");
        }
        boolean tls = "smtps".equals(parts.group("scheme"));
        String starttls = parts.group("starttls");
        if (tls && starttls != null) {
            throw new IllegalArgumentException("TLS from the start and STARTTLS");
        }
        String host = host(parts.group("host"));
        int port =
                parts.group("port") == null
                        ? tls ? 465 : 25
                        : Integer.parseInt(parts.group("port"));
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port");
        }
        String login = parts.group("login");
        int colon = login == null ? -1 : login.indexOf(':');
        return new MailServer(
                host,
                port,
                tls ? Secrecy.FROM_START : plain(starttls, host),
                login == null ? null : decoded(colon < 0 ? login : login.substring(0, colon)),
                login == null || colon < 0 ? null : decoded(login.substring(colon + 1)));
    }

    /** What stays on this machine needs no TLS; all else does, unless somebody says otherwise. */
    private static Secrecy plain(@Nullable String starttls, String host) {
        if (starttls == null) {
            return loopback(host) ? Secrecy.NEVER : Secrecy.STARTTLS;
        }
        return starttls.equals("never") ? Secrecy.NEVER : Secrecy.STARTTLS;
    }

    private static boolean loopback(String host) {
        try {
            return host.equalsIgnoreCase("localhost")
                    || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static String host(String given) {
        return given.startsWith("[") ? given.substring(1, given.length() - 1) : IDN.toASCII(given);
    }

    private static String decoded(String part) {
        return UriUtils.decode(part, StandardCharsets.UTF_8);
    }

    String protocol() {
        return secrecy == Secrecy.FROM_START ? "smtps" : "smtp";
    }

    /** How Jakarta Mail is told all of this, but for the login. */
    Properties properties(String sender) {
        String at = "mail." + protocol() + ".";
        Properties properties = new Properties();
        properties.put(at + "connectiontimeout", PATIENCE);
        properties.put(at + "timeout", PATIENCE);
        properties.put(at + "writetimeout", PATIENCE);
        properties.put(at + "from", sender);
        properties.put(at + "auth", Boolean.toString(user != null));
        properties.put(at + "ssl.checkserveridentity", "true");
        boolean starttls = secrecy == Secrecy.STARTTLS;
        properties.put(at + "starttls.enable", Boolean.toString(starttls));
        properties.put(at + "starttls.required", Boolean.toString(starttls));
        return properties;
    }

    @Override
    public String toString() {
        return protocol() + "://" + host + ":" + port;
    }
}
