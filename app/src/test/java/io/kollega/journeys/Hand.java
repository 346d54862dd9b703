package io.kollega.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;

/** How somebody works a page: with a pointer, or by keyboard alone. Selectors are plain CSS. */
sealed interface Hand {
    /** Follows a link, opens a menu, sends a form. */
    void press(Page page, String selector);

    void fill(Page page, String selector, String text);

    /** Chooses one of several radio buttons. */
    void choose(Page page, String name, String value);

    record Pointer() implements Hand {
        @Override
        public void press(Page page, String selector) {
            page.locator(selector).first().click();
        }

        @Override
        public void fill(Page page, String selector, String text) {
            page.locator(selector).fill(text);
        }

        @Override
        public void choose(Page page, String name, String value) {
            String input = "input[name='" + name + "'][value='" + value + "']";
            String id = page.locator(input).getAttribute("id");
            page.locator(id == null ? "label:has(" + input + ")" : "label[for='" + id + "']")
                    .click();
        }
    }

    /** Never touches what the Tab key does not reach, nor what does not show that it has focus. */
    record Keyboard() implements Hand {
        private static final int FURTHEST = 200;

        private static final String SHOWS_FOCUS =
                """
                () => {
                  const focused = document.activeElement;
                  const seen = [focused, focused.closest("label"), focused.nextElementSibling];
                  return seen.filter(Boolean).map((one) => getComputedStyle(one)).some((style) =>
                      (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
                      || style.boxShadow !== "none");
                }\
                """;

        @Override
        public void press(Page page, String selector) {
            reach(page, selector);
            Runnable enter = () -> page.keyboard().press("Enter");
            if (focuses(page, "summary")) {
                enter.run();
            } else if (focuses(page, "[hx-post] *")) {
                page.waitForResponse(_ -> true, enter);
            } else {
                page.waitForRequestFinished(
                        new Page.WaitForRequestFinishedOptions()
                                .setPredicate(Keyboard::showsAnotherPage),
                        enter);
            }
        }

        private static boolean showsAnotherPage(Request request) {
            return request.isNavigationRequest()
                    && request.redirectedTo() == null
                    && request.response() != null
                    && request.response().status() != 302;
        }

        @Override
        public void fill(Page page, String selector, String text) {
            reach(page, selector);
            page.keyboard().press("Control+A");
            page.keyboard().type(text);
        }

        @Override
        public void choose(Page page, String name, String value) {
            reach(page, "input[name='" + name + "']");
            page.keyboard().press("Space");
            String chosen = "input[name='" + name + "'][value='" + value + "']:checked";
            for (int i = 0; i < 12 && page.locator(chosen).count() == 0; i++) {
                page.keyboard().press("ArrowRight");
            }
            assertThat(page.locator(chosen).count()).as(chosen).isOne();
        }

        private static void reach(Page page, String selector) {
            page.locator(selector).first().waitFor();
            for (int i = 0; i < FURTHEST; i++) {
                if (focuses(page, selector)) {
                    assertThat(page.evaluate(SHOWS_FOCUS))
                            .as("focus on " + selector)
                            .isEqualTo(true);
                    return;
                }
                page.keyboard().press("Tab");
            }
            throw new AssertionError(
                    "The Tab key does not reach " + selector + " of " + page.url());
        }

        private static boolean focuses(Page page, String selector) {
            return (Boolean)
                    page.evaluate(
                            "selector => !!document.activeElement?.matches(selector)", selector);
        }
    }
}
