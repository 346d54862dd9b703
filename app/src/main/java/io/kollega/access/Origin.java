package io.kollega.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an attempt to sign in comes from.
 *
 * @param network the address; of IPv6 its /64, because a single line is given all of those
 * @param device the secret that this browser was given at an earlier sign-in; null if it has none
 */
record Origin(String network, @Nullable String device) {
    static final String COOKIE = "kollega-device";
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    static Origin of(HttpServletRequest request, BrowserCookies cookies) {
        return new Origin(
                network(request.getRemoteAddr()),
                cookies.read(request, COOKIE)
                        .filter(it -> SECRET.matcher(it).matches())
                        .orElse(null));
    }

    static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.ofDelimiter(":")
                                    .formatHex(Arrays.copyOf(six.getAddress(), Long.BYTES))
                            + "/64"
                    : address;
        } catch (IllegalArgumentException _) {
            return address;
        }
    }

    byte[] addressKey() {
        return Secret.hash("address " + network);
    }

    byte @Nullable [] deviceKey() {
        return device == null ? null : Secret.hash("device " + device);
    }
}
