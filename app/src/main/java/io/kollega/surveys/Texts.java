package io.kollega.surveys;

import java.util.Map;

/** A text in each language of its instrument, by the language's code. */
public record Texts(Map<String, String> byLanguage) {
    public Texts {
        byLanguage = Map.copyOf(byLanguage);
    }

    /** In this language, or else in any that there is. */
    public String in(String language) {
        String text = byLanguage.get(language);
        return text != null
                ? text
                : byLanguage.entrySet().stream()
                        .min(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .orElse("");
    }
}
