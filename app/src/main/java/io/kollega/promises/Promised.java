package io.kollega.promises;

/** What is promised of a piece of work. */
public enum Promised {
    /** The first public answer. Its clock never pauses. */
    RESPONSE,
    /** The solution. Its clock stands while others have the work in hand. */
    SOLUTION;

    /** The name in texts and JSON: {@code response}, {@code solution}. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
