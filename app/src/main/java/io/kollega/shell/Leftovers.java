package io.kollega.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * What was typed into a form that is refused as a whole. Given back only to a page of our own: a
 * foreign one could put its words into our mouth.
 */
final class Leftovers {
    private static final Set<String> SECRET = Set.of("_csrf", "password", "again", "current");
    private static final int SHORTEST = 12;
    private static final int MOST = 10;

    private Leftovers() {}

    /** The longer texts, one after another. */
    static List<String> typed(HttpServletRequest request) {
        if (!HttpMethod.POST.matches(request.getMethod())
                || !ours(request, request.getHeader(HttpHeaders.ORIGIN))) {
            return List.of();
        }
        return request.getParameterMap().entrySet().stream()
                .filter(it -> !SECRET.contains(it.getKey()))
                .flatMap(it -> List.of(it.getValue()).stream())
                .map(String::strip)
                .filter(it -> it.length() >= SHORTEST && it.chars().anyMatch(c -> c <= ' '))
                .limit(MOST)
                .toList();
    }

    /** The address of the page with the form; null if it is not known. */
    static @Nullable String from(HttpServletRequest request) {
        String referrer = request.getHeader(HttpHeaders.REFERER);
        if (!HttpMethod.POST.matches(request.getMethod()) || !ours(request, referrer)) {
            return null;
        }
        try {
            URI address = URI.create(referrer);
            return address.getRawQuery() == null
                    ? address.getRawPath()
                    : address.getRawPath() + "?" + address.getRawQuery();
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static boolean ours(HttpServletRequest request, @Nullable String address) {
        String host = request.getHeader(HttpHeaders.HOST);
        if (host == null || address == null) {
            return false;
        }
        int start = address.indexOf("://") + 3;
        return start > 2
                && address.startsWith(host, start)
                && (address.length() == start + host.length()
                        || address.charAt(start + host.length()) == '/');
    }
}
