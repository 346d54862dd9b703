package io.kollega.catalog;

import io.kollega.organization.Unit;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people type to find something, as words. */
final class SearchWords {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** Keys of a keyboard by their letters in either layout, in the same order. */
    private static final String LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";

    private static final String RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбю";

    /** What nearly every unit is called: nobody says it, and abbreviations leave it out. */
    private static final Set<String> KINDS_OF_UNIT =
            Set.of(
                    "отдел",
                    "служба",
                    "управление",
                    "дирекция",
                    "департамент",
                    "сектор",
                    "группа",
                    "центр",
                    "бюро",
                    "department",
                    "division",
                    "service",
                    "office",
                    "team");

    private static final int SHORTEST_PART_OF_NAME = 4;

    private SearchWords() {}

    static List<String> of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return WORD.matcher(plain.replace('ё', 'е')).results().map(MatchResult::group).toList();
    }

    /** The same keys with the keyboard in the other layout. */
    static String inOtherLayout(String text) {
        StringBuilder other = new StringBuilder();
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            int latin = LATIN.indexOf(c);
            int russian = RUSSIAN.indexOf(c);
            other.append(
                    latin >= 0 ? RUSSIAN.charAt(latin) : russian >= 0 ? LATIN.charAt(russian) : c);
        }
        return other.toString();
    }

    /** Whether the words are the unit's code, its abbreviation, or the beginnings of its name. */
    static boolean name(List<String> words, Unit unit) {
        if (words.equals(of(unit.code()))) {
            return true;
        }
        for (String name : names(unit)) {
            List<String> parts = of(name);
            if (words.size() == 1 && abbreviations(parts).contains(words.getFirst())) {
                return true;
            }
            if (words.stream()
                    .allMatch(word ->
                            word.length() >= SHORTEST_PART_OF_NAME
                                    && !KINDS_OF_UNIT.contains(word)
                                    && parts.stream().anyMatch(part -> part.startsWith(word)))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> names(Unit unit) {
        List<String> names = new ArrayList<>(List.of(unit.name().text()));
        String english = unit.name().english();
        if (english != null) {
            names.add(english);
        }
        return names;
    }

    /** The first letters of all words, and of those that tell units apart. */
    private static Set<String> abbreviations(List<String> parts) {
        return Stream.of(
                        parts,
                        parts.stream().filter(part -> !KINDS_OF_UNIT.contains(part)).toList())
                .filter(some -> some.size() > 1)
                .map(some ->
                        some.stream()
                                .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)))
                                .collect(Collectors.joining()))
                .collect(Collectors.toSet());
    }
}
