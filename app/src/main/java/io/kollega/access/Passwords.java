package io.kollega.access;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id (RFC 9106): 19 MiB, two passes, one lane. Few at a time, because
 * each takes its 19 MiB of memory.
 */
@Component
final class Passwords {
    static final int SHORTEST = 12;
    static final int LONGEST = 200;
    private static final int AT_ONCE = 4;
    private static final int MEMORY_KIB = 19 * 1024;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, 2);
    private final Semaphore memory = new Semaphore(AT_ONCE);
    private final String nobodys = argon2.encode(Secret.create());

    String hash(String password) {
        return within(() -> argon2.encode(password));
    }

    /** Takes as long for an account without a password, or none at all, as for any other. */
    boolean matches(String password, @Nullable String hash) {
        return within(() -> argon2.matches(password, hash == null ? nobodys : hash))
                && hash != null;
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
