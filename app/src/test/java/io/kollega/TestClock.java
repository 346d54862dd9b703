package io.kollega;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that stands where a test puts it. Starts on Tuesday, 3 March 2026, 10:00 in Moscow. */
public final class TestClock extends Clock {
    public static final Instant START = Instant.parse("2026-03-03T07:00:00Z");

    private volatile Instant now = START;

    @TestConfiguration(proxyBeanMethods = false)
    static class Standing {
        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }

    public void set(Instant instant) {
        now = instant;
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
