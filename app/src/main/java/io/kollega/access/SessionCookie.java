package io.kollega.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The cookie that names a session. Only what looks like a name of ours is looked up: anything can
 * stand in a cookie, even what no database takes for a text.
 */
final class SessionCookie extends DefaultCookieSerializer {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{36}");

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return super.readCookieValues(request).stream()
                .filter(it -> NAME.matcher(it).matches())
                .toList();
    }
}
