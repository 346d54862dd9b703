package io.kollega.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Russian names, with the family name in the gender of its bearer, and logins made from them. */
final class Naming {
    private static final List<String> FEMININE_A = List.of("ов", "ев", "ёв", "ин", "ын");
    private static final String CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    private static final String[] LATIN = {
        "a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r",
        "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya"
    };

    private final List<String> men;
    private final List<String> women;
    private final List<String> families;
    private final Map<String, Integer> logins = new HashMap<>();

    Naming() {
        Sheet names = Sheet.read("names.yml");
        this.men = names.texts("men");
        this.women = names.texts("women");
        this.families = names.texts("families");
    }

    String given(boolean woman, Chance chance) {
        return chance.of(woman ? women : men);
    }

    /** The commonest stand first in the file and are drawn most often. */
    String family(boolean woman, Chance chance) {
        double share = chance.share();
        String family = families.get((int) (families.size() * Math.pow(share, 1.4)));
        return woman ? feminine(family) : family;
    }

    static String feminine(String family) {
        String stem = family.substring(0, family.length() - 2);
        if (family.endsWith("ский") || family.endsWith("цкий")) {
            return stem + "ая";
        }
        if (family.endsWith("ой") && family.length() > 3) {
            return stem + "ая";
        }
        return FEMININE_A.stream().anyMatch(family::endsWith) ? family + "а" : family;
    }

    /** Initial and family name in Latin letters; who has a namesake gets a number. */
    String login(String given, String family) {
        String plain = latin(given.substring(0, 1)) + "." + latin(family);
        int same = logins.merge(plain, 1, Integer::sum);
        return same == 1 ? plain : plain + same;
    }

    private static String latin(String russian) {
        StringBuilder latin = new StringBuilder();
        for (char letter : russian.toLowerCase(Locale.ROOT).toCharArray()) {
            int place = CYRILLIC.indexOf(letter);
            latin.append(place < 0 ? String.valueOf(letter) : LATIN[place]);
        }
        return latin.toString();
    }
}
