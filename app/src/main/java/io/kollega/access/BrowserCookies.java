package io.kollega.access;

import io.kollega.shell.OutsideAddress;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * What this browser keeps for us, out of reach of scripts and of other sites. Behind TLS it is sent
 * by TLS alone, and by its name no neighbour under the same domain can have set it.
 */
@Component
final class BrowserCookies {
    private final boolean secure;

    @Autowired
    BrowserCookies(OutsideAddress outside) {
        this(outside.secure());
    }

    BrowserCookies(boolean secure) {
        this.secure = secure;
    }

    boolean secure() {
        return secure;
    }

    String name(String plain) {
        return secure ? "__Host-" + plain : plain;
    }

    void keep(HttpServletResponse response, String name, String value, Duration kept) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(name), value)
                        .path("/")
                        .maxAge(kept)
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    Optional<String> read(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name(name))).map(Cookie::getValue);
    }
}
