package io.kollega.access;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a token is for, what it may do, and how long.
 *
 * @param last the last day on which it is valid; null for a year from today
 */
public record TokenTerms(String name, TokenScope scope, @Nullable LocalDate last) {
    static final int LONGEST_NAME = 80;
    static final int LONGEST_DAYS = 366;
    private static final int A_YEAR = 365;

    public TokenTerms {
        name = name.strip();
    }

    /** To read and write for a year. */
    public static TokenTerms usual(String name) {
        return new TokenTerms(name, TokenScope.WRITE, null);
    }

    /** What is wrong with terms. */
    public enum Fault {
        /** Empty, or too long to be read in a list. */
        NAME,
        /** The last day is over. */
        OVER,
        /** A token that lasts longer than a year is one that nobody remembers. */
        TOO_LONG;

        /** The name in message keys. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Optional<Fault> fault(LocalDate today) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return Optional.of(Fault.NAME);
        }
        if (last(today).isBefore(today)) {
            return Optional.of(Fault.OVER);
        }
        return last(today).isAfter(today.plusDays(LONGEST_DAYS))
                ? Optional.of(Fault.TOO_LONG)
                : Optional.empty();
    }

    LocalDate last(LocalDate today) {
        return last == null ? today.plusDays(A_YEAR) : last;
    }
}
