package kollega.benchmarks.load;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends slowly and asks for health beside it: 60 bodies and 100 heads that get a byte a second, and
 * 500 connections that say nothing. Who is turned away comes again. Run as a single file: {@code
 * java SlowSenders.java http://localhost:8080 60}.
 */
final class SlowSenders {
    private static final String BODY =
            "POST /sign-in HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\n";
    private static final String HEAD = "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"");

    private final URI address;
    private int again;

    private SlowSenders(URI address) {
        this.address = address;
    }

    public static void main(String[] arguments) throws Exception {
        new SlowSenders(URI.create(arguments[0])).run(Integer.parseInt(arguments[1]));
    }

    private void run(int seconds) throws Exception {
        List<Socket> bodies = new ArrayList<>();
        List<Socket> heads = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            bodies.add(dial(BODY));
        }
        for (int i = 0; i < 100; i++) {
            heads.add(dial(HEAD));
        }
        List<Socket> idle = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            idle.add(dial(""));
        }
        List<Long> health = new ArrayList<>();
        List<Long> signIn = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int second = 0; second < seconds; second++) {
                long begun = System.nanoTime();
                drip(bodies, BODY);
                drip(heads, HEAD);
                health.add(timed(() -> require(get(client, "/health").statusCode(), 200)));
                if (second % 10 == 5) {
                    signIn.add(timed(() -> signIn(client)));
                }
                long left = 1_000_000_000L - (System.nanoTime() - begun);
                Thread.sleep(Duration.ofNanos(Math.max(left, 0)));
            }
        }
        report("health", health);
        report("sign-in page and a wrong password", signIn);
        System.out.println("turned away and come again: " + again);
        for (List<Socket> all : List.of(bodies, heads, idle)) {
            for (Socket socket : all) {
                socket.close();
            }
        }
    }

    private Socket dial(String text) throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private void drip(List<Socket> sockets, String text) throws IOException {
        for (int i = 0; i < sockets.size(); i++) {
            Socket socket = sockets.get(i);
            try {
                if (socket.getInputStream().available() > 0) {
                    throw new IOException("answered");
                }
                socket.getOutputStream().write('a');
            } catch (IOException gone) {
                socket.close();
                sockets.set(i, dial(text));
                again++;
            }
        }
    }

    private void signIn(HttpClient client) throws Exception {
        HttpResponse<String> page = get(client, "/sign-in");
        Matcher token = TOKEN.matcher(page.body());
        require(token.find() ? 1 : 0, 1);
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", cookie)
                        .POST(
                                BodyPublishers.ofString(
                                        "login=nobody"
                                                + System.nanoTime()
                                                + "&password=wrong&_csrf="
                                                + token.group(1)))
                        .build();
        require(client.send(request, BodyHandlers.ofString()).statusCode(), 422);
    }

    private HttpResponse<String> get(HttpClient client, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
    }

    private static void require(int given, int wanted) {
        if (given != wanted) {
            throw new IllegalStateException(given + " instead of " + wanted);
        }
    }

    private interface Deed {
        void run() throws Exception;
    }

    private static long timed(Deed deed) throws Exception {
        long begun = System.nanoTime();
        deed.run();
        return System.nanoTime() - begun;
    }

    private static void report(String what, List<Long> nanos) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        System.out.printf(
                "%s: %d times, median %.0f ms, longest %.0f ms%n",
                what, sorted.size(), sorted.get(sorted.size() / 2) / 1e6, sorted.getLast() / 1e6);
    }
}
