package io.kollega.journeys;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import io.kollega.Cast;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;

/** Opens windows for the cast at a running application; everybody signs in only once. */
final class Visits implements AutoCloseable {
    static final Size DESKTOP = new Size(1280, 800);
    static final Size PHONE = new Size(360, 740);

    private final Browser browser;
    private final Hand hand;
    private final String origin;
    private final Map<String, String> signedIn = new HashMap<>();
    private final List<BrowserContext> open = new ArrayList<>();

    Visits(Browser browser, int port) {
        this(browser, port, new Hand.Pointer());
    }

    /** Visitors work with this hand, but for those who only look. */
    Visits(Browser browser, int port, Hand hand) {
        this.browser = browser;
        this.hand = hand;
        origin = "http://127.0.0.1:" + port;
    }

    /** Of a window, in CSS pixels. */
    record Size(int width, int height) {}

    /** A window of somebody who has not signed in. */
    Window stranger(String language, Size size, boolean scripts) {
        return new Window(context(null, language, size, scripts), hand, scripts);
    }

    /** A window of one of the cast, signed in, who reads this language. */
    Window window(String login, String language, Size size) {
        return window(login, language, "light", size, true);
    }

    Window window(String login, String language, String theme, Size size, boolean scripts) {
        String state = signedIn.computeIfAbsent(login, it -> signIn(it, language));
        BrowserContext context = context(state, language, size, scripts);
        Window window = new Window(context, hand, scripts);
        prefer(context, language, theme);
        return window;
    }

    /** Ratings are taken in within seconds, once five people have given some. */
    void untilTheMatrixShowsACell() {
        Window anna = window("anna", "ru", DESKTOP);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    anna.open("/figures/matrix");
                    return anna.find(".matrix a[href*='cell=']").count() > 0;
                });
    }

    private String signIn(String login, String language) {
        try (BrowserContext context = context(null, language, DESKTOP, true)) {
            Window window = new Window(context);
            window.open("/sign-in");
            window.signIn(login, Cast.PASSWORD);
            return context.storageState();
        }
    }

    /** Language and theme are kept with the account, so the latest window's hold for all. */
    static void prefer(BrowserContext context, String language, String theme) {
        String token =
                Objects.requireNonNull(
                                Jsoup.parse(context.request().get("/profile").text())
                                        .selectFirst("input[name=_csrf]"))
                        .val();
        APIResponse answer =
                context.request()
                        .post(
                                "/preferences",
                                RequestOptions.create()
                                        .setMaxRedirects(0)
                                        .setForm(
                                                FormData.create()
                                                        .set("_csrf", token)
                                                        .set("language", language)
                                                        .set("theme", theme)));
        if (answer.status() != 302) {
            throw new IllegalStateException("Preferences answered " + answer.status());
        }
    }

    private BrowserContext context(
            @org.jspecify.annotations.Nullable String state,
            String language,
            Size size,
            boolean scripts) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setBaseURL(origin)
                                .setLocale(language)
                                .setViewportSize(size.width(), size.height())
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setJavaScriptEnabled(scripts)
                                .setStorageState(state));
        context.setDefaultTimeout(20_000);
        open.add(context);
        return context;
    }

    @Override
    public void close() {
        open.forEach(BrowserContext::close);
    }
}
