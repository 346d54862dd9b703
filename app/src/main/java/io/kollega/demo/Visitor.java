package io.kollega.demo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One of the cast at a rehearsal, with a browser that knows links, forms and tokens. */
final class Visitor implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("value=\"(kollega_[^\"]+)\"");
    private static final Pattern UNIT = Pattern.compile("\"unit\":(\\d+)");
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

    /** Where so many pages differ only in what they are of, a few stand for all. */
    private static final int ALIKE = 6;

    private final String address;
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String token = "";

    Visitor(String address) {
        this.address = address;
    }

    void signIn(String login) throws IOException, InterruptedException {
        fill("/sign-in", "/sign-in/visit", Map.of("login", login));
    }

    /** Takes an API token, for all calls to come. */
    void takeToken() throws IOException, InterruptedException {
        String page = fill("/profile/tokens", "/profile/tokens", Map.of("name", "rehearsal"));
        token = found(TOKEN, page);
    }

    /** The ids of this person and of their unit. */
    record Ids(String person, String unit) {}

    Ids ids() throws IOException, InterruptedException {
        String me = call("GET", "/api/v1/me", "").body();
        return new Ids(found(ID, me), found(UNIT, me));
    }

    /**
     * Follows links from the start page on, nearest first, past what is forbidden; gives how many.
     */
    int lookAround(int most, BooleanSupplier goesOn) throws IOException, InterruptedException {
        Deque<String> ahead = new ArrayDeque<>(Set.of("/"));
        Set<String> seen = new HashSet<>(ahead);
        Map<String, Integer> kinds = new HashMap<>();
        int looked = 0;
        while (looked < most && !ahead.isEmpty() && goesOn.getAsBoolean()) {
            String path = ahead.remove();
            Matcher links = LINK.matcher(page(path));
            looked++;
            while (links.find()) {
                String link = links.group(1).replace("&amp;", "&");
                String kind = link.replaceAll("[0-9]+|\\?.*", "*");
                if (seen.add(link) && kinds.merge(kind, 1, Integer::sum) <= ALIKE) {
                    ahead.add(link);
                }
            }
        }
        return looked;
    }

    private String page(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = answer(request(path).GET().build(), 500);
        boolean text = answer.headers().firstValue("content-type").orElse("").contains("html");
        return text ? answer.body() : "";
    }

    private String fill(String page, String action, Map<String, String> fields)
            throws IOException, InterruptedException {
        String form =
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        HttpRequest filled =
                request(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        form + "&_csrf=" + encoded(found(CSRF, page(page)))))
                        .build();
        return done(filled).body();
    }

    /** Calls the API; gives the answer of a call that succeeded. */
    HttpResponse<String> call(String method, String path, String json)
            throws IOException, InterruptedException {
        return done(
                request(path)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }

    private HttpResponse<String> done(HttpRequest request)
            throws IOException, InterruptedException {
        return answer(request, 400);
    }

    private HttpResponse<String> answer(HttpRequest request, int failure)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= failure) {
            throw new IOException(
                    "%s %s was answered with %d: %s"
                            .formatted(
                                    request.method(),
                                    request.uri().getPath(),
                                    answer.statusCode(),
                                    answer.body()));
        }
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String found(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("Nothing here is like " + pattern + ": " + text);
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        browser.close();
    }
}
