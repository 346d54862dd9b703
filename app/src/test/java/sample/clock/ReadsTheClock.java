package sample.clock;

import java.time.Instant;

/** Reads the clock by itself, which the guard must find. */
public final class ReadsTheClock {
    Instant seen() {
        return Instant.now();
    }
}
