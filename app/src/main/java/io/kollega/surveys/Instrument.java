package io.kollega.surveys;

import java.util.List;
import java.util.stream.Stream;

/**
 * A questionnaire or test: what is asked, in which order and languages.
 *
 * @param code the same for all versions
 * @param languages codes of the languages in which every text stands, the first one preferred
 */
public record Instrument(String code, List<String> languages, Texts title, List<Section> sections) {
    public Instrument {
        languages = List.copyOf(languages);
        sections = List.copyOf(sections);
    }

    /** All questions in the order in which they are asked. */
    public Stream<Question> questions() {
        return sections.stream().flatMap(section -> section.questions().stream());
    }
}
