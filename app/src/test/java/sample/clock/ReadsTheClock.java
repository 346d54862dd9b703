package sample.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;

/** Reads the clock by itself in every way there is, each of which the guard must find. */
public final class ReadsTheClock {
    Instant now() {
        return Instant.now();
    }

    LocalDate nowInZone(ZoneId zone) {
        return LocalDate.now(zone);
    }

    long millis() {
        return System.currentTimeMillis();
    }

    @SuppressWarnings("JavaUtilDate")
    Date date() {
        return new Date();
    }

    Calendar calendar() {
        return Calendar.getInstance();
    }

    Calendar gregorianCalendar() {
        return new GregorianCalendar();
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    Clock ticking(ZoneId zone) {
        return Clock.tickSeconds(zone);
    }
}
