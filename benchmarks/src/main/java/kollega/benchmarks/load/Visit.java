package kollega.benchmarks.load;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Signs in as the demo's sign-in page lets anybody: by one click on a member of its cast. */
final class Visit {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private Visit() {}

    /** The header line with the cookies of a session. */
    static String as(String login, int port) throws IOException, InterruptedException {
        CookieManager cookies = new CookieManager();
        String address = "http://localhost:" + port + "/sign-in";
        try (HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            Matcher csrf =
                    CSRF.matcher(
                            browser.send(
                                            HttpRequest.newBuilder(URI.create(address)).build(),
                                            HttpResponse.BodyHandlers.ofString())
                                    .body());
            if (!csrf.find()) {
                throw new IOException("The sign-in page has no CSRF token.");
            }
            String form =
                    "login="
                            + login
                            + "&_csrf="
                            + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8);
            HttpResponse<String> answer =
                    browser.send(
                            HttpRequest.newBuilder(URI.create(address + "/visit"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(form))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 302 && answer.statusCode() != 303) {
                throw new IOException(
                        "The demo does not let " + login + " in: " + answer.statusCode());
            }
        }
        return cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::toString)
                .map(cookie -> cookie.replace("\"", ""))
                .collect(Collectors.joining("; ", "Cookie: ", ""));
    }
}
