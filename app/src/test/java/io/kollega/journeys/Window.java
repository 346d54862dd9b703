package io.kollega.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One page that somebody has open, and what the browser complained about meanwhile. */
final class Window {
    private static final @Nullable String SHOTS = System.getProperty("kollega.shots");

    private final BrowserContext context;
    private final Page page;
    private final Hand hand;
    private final boolean scripts;
    private final List<String> complaints = new ArrayList<>();

    Window(BrowserContext context) {
        this(context, new Hand.Pointer(), true);
    }

    Window(BrowserContext context, Hand hand, boolean scripts) {
        this.context = context;
        this.hand = hand;
        this.scripts = scripts;
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    BrowserContext context() {
        return context;
    }

    Page page() {
        return page;
    }

    /** What the console said since it was last asked, with refusals by the content policy. */
    List<String> complaints() {
        List<String> said = List.copyOf(complaints);
        complaints.clear();
        return said;
    }

    Response open(String address) {
        Response response = Objects.requireNonNull(page.navigate(address), address);
        settle();
        return response;
    }

    /** Waits until what the page loads by itself has come. */
    void settle() {
        if (scripts) {
            page.waitForFunction("() => !document.querySelector('.htmx-request')");
        }
    }

    void signIn(String login, String password) {
        fill("#login", login);
        fill("#password", password);
        press("main form[action='/sign-in'] button");
        assertThat(page.url()).doesNotContain("/sign-in");
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    Locator withText(String selector, String text) {
        return page.locator(selector, new Page.LocatorOptions().setHasText(text));
    }

    void fill(String selector, String text) {
        hand.fill(page, selector, text);
    }

    /** Presses what may lead to another page, and waits for that. */
    void press(String selector) {
        hand.press(page, selector);
        page.waitForLoadState();
    }

    void choose(String name, String value) {
        hand.choose(page, name, value);
    }

    boolean scripts() {
        return scripts;
    }

    String text(String selector) {
        return find(selector).innerText();
    }

    String path() {
        return java.net.URI.create(page.url()).getPath();
    }

    /** A picture of the whole page, if somebody wants to look at pictures. */
    void shoot(String name) {
        if (SHOTS != null) {
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(Path.of(SHOTS, name + ".png"))
                            .setFullPage(true));
        }
    }

    /** Whether the page needs more width than the window has. */
    boolean overflows() {
        return (Boolean)
                page.evaluate("() => document.scrollingElement.scrollWidth > window.innerWidth");
    }
}
