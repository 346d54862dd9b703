package io.kollega.console;

import java.util.Locale;

/** Numbers of things as English has them: 1 row, 2,000 rows. */
final class Counted {
    private Counted() {}

    static String of(long number, String thing) {
        return String.format(Locale.ENGLISH, number == 1 ? "%,d %s" : "%,d %ss", number, thing);
    }
}
