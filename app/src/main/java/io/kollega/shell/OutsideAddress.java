package io.kollega.shell;

import java.net.IDN;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The address by which people reach Kollega: {@code KOLLEGA_ADDRESS}, or else the one printed at
 * the start. What a request calls our host is never believed: whoever sends it could have their own
 * address put into the links that others get.
 */
@Component
public final class OutsideAddress {
    /** The header that tells browsers never to come without TLS again, and what it says. */
    static final String KEEP_TO_TLS = "Strict-Transport-Security";

    static final String FOR_A_YEAR = "max-age=31536000 ; includeSubDomains";

    private static final Pattern ADDRESS =
            Pattern.compile("(https?)://([\\p{L}\\p{N}.-]+|\\[[0-9A-Fa-f:]+])(:\\d{1,5})?/?");

    private final Environment environment;
    private final String configured;

    OutsideAddress(Environment environment) {
        this.environment = environment;
        this.configured = read(environment.getProperty("KOLLEGA_ADDRESS", "").strip());
    }

    /** Whether people reach it by https; then a proxy ends the TLS and browsers keep to it. */
    public boolean secure() {
        return configured.startsWith("https:");
    }

    /** A whole address to hand to somebody, of these parts of its path. */
    public String link(String... segments) {
        return UriComponentsBuilder.fromUriString(base())
                .pathSegment(segments)
                .encode()
                .toUriString();
    }

    private String base() {
        return configured.isEmpty()
                ? "http://localhost:"
                        + environment.getProperty(
                                "local.server.port", environment.getProperty("server.port", "8080"))
                : configured;
    }

    private static String read(String given) {
        if (given.isEmpty()) {
            return "";
        }
        Matcher parts = ADDRESS.matcher(given);
        try {
            if (parts.matches()) {
                String host = parts.group(2);
                return parts.group(1)
                        + "://"
                        + (host.startsWith("[") ? host : IDN.toASCII(host))
                        + (parts.group(3) == null ? "" : parts.group(3));
            }
        } catch (IllegalArgumentException _) {
            // It is no name that can be looked up, and is refused like any other.
        }
        throw new Misconfigured(
                "KOLLEGA_ADDRESS must be the address people open, without a path, such as"
                        + " https://kollega.example.com, not "
                        + given
                        + ".");
    }
}
