package io.kollega.surveys;

/**
 * Something wrong, at its place.
 *
 * @param place a path in an instrument such as {@code sections[0].questions[2].when}, or the code
 *     of a question
 * @param sentence what is wrong and what would be right
 */
public record Fault(String place, String sentence) {
    @Override
    public String toString() {
        return place + ": " + sentence;
    }
}
