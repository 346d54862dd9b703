package io.kollega.access;

import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id (RFC 9106): 19 MiB, two passes, one lane, as OWASP recommends. Two
 * at a time, because each takes its 19 MiB of memory, and only so many wait for their turn that
 * they are through within a second and others still find a thread.
 */
@Component
final class Passwords {
    static final int AT_ONCE = 2;
    static final int WAITING = 14;
    private static final int MEMORY_KIB = 19 * 1024;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, 2);
    private final Semaphore memory = new Semaphore(AT_ONCE);
    private final Semaphore entrance = new Semaphore(AT_ONCE + WAITING);
    private final String nobodys = argon2.encode(Secret.create());

    String hash(String password) {
        return within(() -> argon2.encode(normal(password)));
    }

    /**
     * Whether it is this password; empty when too many ask at once. Takes as long for an account
     * without a password, or none at all, as for any other.
     */
    Optional<Boolean> matches(String password, @Nullable String hash) {
        if (!entrance.tryAcquire()) {
            return Optional.empty();
        }
        try {
            boolean matches =
                    within(() -> argon2.matches(normal(password), hash == null ? nobodys : hash));
            return Optional.of(matches && hash != null);
        } finally {
            entrance.release();
        }
    }

    /**
     * The same letters are the same password, from whichever keyboard. Not by compatibility: that
     * would make № two letters, and passwords set before would no longer open anything.
     */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T within(Supplier<T> work) {
        memory.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            memory.release();
        }
    }
}
