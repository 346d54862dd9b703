package sample.answers;

import io.kollega.access.CurrentPerson;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.RequestHeader;

/** Takes an answer and looks who sends it, in every way that the guard must find. */
public final class Looks {
    String byRequest(HttpServletRequest request) {
        return request.getRemoteAddr();
    }

    String byHeader(@RequestHeader("User-Agent") String agent) {
        return agent;
    }

    String byCookie(@CookieValue("kollega") String cookie) {
        return cookie;
    }

    String byPerson(CurrentPerson person) {
        return person.login();
    }
}
