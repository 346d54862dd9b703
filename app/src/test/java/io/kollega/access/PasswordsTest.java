package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void hashesAsOwaspRecommends() {
        assertThat(passwords.hash("зелёный чайник поёт"))
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void takesTheSameLettersForTheSamePassword() {
        String composed = "зелёный йод кипит №5";
        String decomposed = "зеле\u0308ный и\u0306од кипит №5";
        assertThat(decomposed).isNotEqualTo(composed);
        String hash = passwords.hash(decomposed);
        assertThat(passwords.matches(composed, hash)).contains(true);
        assertThat(passwords.matches(composed.replace("№", "No"), hash)).contains(false);
    }

    @Test
    void readsPasswordsToTheirVeryEnd() {
        String long1 = "я".repeat(PasswordRule.LONGEST - 1) + "1";
        String long2 = "я".repeat(PasswordRule.LONGEST - 1) + "2";
        assertThat(passwords.matches(long2, passwords.hash(long1))).contains(false);
    }

    @Test
    void matchesNothingWhereThereIsNoPassword() {
        assertThat(passwords.matches("", null)).contains(false);
    }

    @Test
    void sendsAwayWhoeverBeyondTheQueue() throws Exception {
        int crowd = 3 * (Passwords.AT_ONCE + Passwords.WAITING);
        String hash = passwords.hash("one of many");
        CyclicBarrier together = new CyclicBarrier(crowd);
        List<Callable<Optional<Boolean>>> tries = new ArrayList<>();
        for (int i = 0; i < crowd; i++) {
            tries.add(() -> {
                together.await();
                return passwords.matches("one of many", hash);
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(crowd)) {
            int looked = 0;
            for (Future<Optional<Boolean>> answer : threads.invokeAll(tries)) {
                looked += answer.get().isPresent() ? 1 : 0;
                assertThat(answer.get().orElse(true)).isTrue();
            }
            assertThat(looked)
                    .isGreaterThanOrEqualTo(Passwords.AT_ONCE + Passwords.WAITING)
                    .isLessThan(crowd);
        }
        assertThat(passwords.matches("one of many", hash)).as("afterwards").contains(true);
    }
}
