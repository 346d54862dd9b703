package kollega.postgres;

import org.junit.jupiter.api.Assumptions;

/** Skips, by name, what can be shown by root alone. */
final class RootOnly {

    private RootOnly() {}

    static void assume(String what) {
        Assumptions.assumeTrue(Account.thisUid() == 0, () -> "Skipped, not root: " + what + ".");
    }
}
