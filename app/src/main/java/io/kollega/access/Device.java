package io.kollega.access;

import java.io.Serial;
import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * On what somebody has signed in, in two words: enough to tell one's own devices apart, and nothing
 * more of what a browser says of itself is kept. Never a ground for trust: a browser can say
 * anything.
 *
 * @param browser empty when it is none of those known
 * @param system likewise
 */
record Device(String browser, String system) implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    static final Device UNKNOWN = new Device("", "");

    /** What a browser says to what it is; the first that fits, as most claim to be others too. */
    private static final Map<String, String> BROWSERS =
            inOrder(
                    "Edg", "Edge",
                    "OPR/", "Opera",
                    "YaBrowser", "Yandex Browser",
                    "SamsungBrowser", "Samsung Internet",
                    "Firefox", "Firefox",
                    "FxiOS", "Firefox",
                    "Chrome/", "Chrome",
                    "CriOS", "Chrome",
                    "Safari/", "Safari");

    private static final Map<String, String> SYSTEMS =
            inOrder(
                    "Windows", "Windows",
                    "iPhone", "iPhone",
                    "iPad", "iPad",
                    "Android", "Android",
                    "CrOS", "ChromeOS",
                    "Mac OS", "macOS",
                    "Linux", "Linux");

    static Device of(@Nullable String userAgent) {
        return userAgent == null
                ? UNKNOWN
                : new Device(first(BROWSERS, userAgent), first(SYSTEMS, userAgent));
    }

    boolean known() {
        return !browser.isEmpty() && !system.isEmpty();
    }

    private static String first(Map<String, String> marks, String userAgent) {
        return marks.entrySet().stream()
                .filter(mark -> userAgent.contains(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> marks = new java.util.LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            marks.put(pairs[i], pairs[i + 1]);
        }
        return marks;
    }
}
