package io.kollega.database;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a database on another machine for TLS and a certificate that Java trusts, unless its address
 * says itself what it wants. The driver alone would go on in the clear where a server, or somebody
 * in between, says that it knows no TLS.
 */
final class Tls {
    private static final Pattern ADDRESS =
            Pattern.compile("jdbc:postgresql://(?<hosts>[^/?]*)[^?]*(?<query>\\?.*)?");
    private static final Pattern SAID = Pattern.compile("[?&](sslmode|ssl|service)(=|&|$)");
    private static final Pattern HERE =
            Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])?(:\\d+)?");
    private static final String CHECKED =
            "sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory";

    private Tls() {}

    static String required(String url) {
        Matcher address = ADDRESS.matcher(url);
        if (!address.matches()) {
            return url;
        }
        String query = address.group("query");
        boolean here =
                Arrays.stream(address.group("hosts").split(","))
                        .allMatch(host -> HERE.matcher(host).matches());
        if (here || query != null && SAID.matcher(query).find()) {
            return url;
        }
        return url + (query == null ? "?" : "&") + CHECKED;
    }
}
