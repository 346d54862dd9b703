package io.kollega.access;

/** What the keys of a Russian text give when the keyboard is left at Latin letters. */
final class LatinKeys {
    private static final String RUSSIAN =
            "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ";
    private static final String LATIN =
            "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>";

    private LatinKeys() {}

    static String of(String text) {
        StringBuilder keys = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int place = RUSSIAN.indexOf(text.charAt(i));
            keys.append(place < 0 ? text.charAt(i) : LATIN.charAt(place));
        }
        return keys.toString();
    }
}
