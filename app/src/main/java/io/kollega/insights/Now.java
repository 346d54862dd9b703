package io.kollega.insights;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.function.Supplier;

/** The moment at which something is taken in, and the company's day and month of it. */
record Now(Clock clock, Supplier<ZoneId> zone) {
    Instant instant() {
        return clock.instant();
    }

    LocalDate day() {
        return LocalDate.ofInstant(instant(), zone.get());
    }

    YearMonth month() {
        return YearMonth.from(day());
    }
}
