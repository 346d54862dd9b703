package io.kollega.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/** What every template is given besides its own view: who looks, in which language, and where. */
public final class Page {
    private static final Duration DAY = Duration.ofDays(1);

    /**
     * Patterns stand in the code, so there are only a few; reading one costs more than using it.
     */
    private static final Map<Format, DateTimeFormatter> FORMATS = new ConcurrentHashMap<>();

    private record Format(String pattern, Locale locale) {}

    private final Visitor visitor;
    private final Messages messages;
    private final String path;
    private final String address;
    private final Assets assets;
    private final @Nullable Supplier<CsrfToken> csrf;
    private final List<NavEntry> navigation;
    private final Supplier<Notices> surroundings;
    private @Nullable Notices notices;
    private final Clock clock;

    Page(
            Visitor visitor,
            Messages messages,
            String path,
            String address,
            Assets assets,
            @Nullable Supplier<CsrfToken> csrf,
            List<NavEntry> navigation,
            Supplier<Notices> surroundings,
            Clock clock) {
        this.visitor = visitor;
        this.messages = messages;
        this.path = path;
        this.address = address;
        this.assets = assets;
        this.csrf = csrf;
        this.navigation = navigation;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /**
     * What the surroundings must say besides the page itself.
     *
     * @param demo whether all data are simulated
     * @param notice what has just been done or not done, or null
     * @param waiting how many notifications are unread
     */
    public record Notices(boolean demo, @Nullable Notice notice, int waiting) {}

    /**
     * A message key, and to how many things it was done.
     *
     * @param done whether it was done at all
     */
    public record Notice(String key, int count, boolean done) {}

    public Visitor visitor() {
        return visitor;
    }

    public Locale locale() {
        return visitor.locale();
    }

    public String path() {
        return path;
    }

    /** The path and query to come back to this page; the start page if it was not simply read. */
    public String address() {
        return address;
    }

    /** The address of a stylesheet, script or picture, with its version, so that it is kept. */
    public String asset(String path) {
        return assets.address(path);
    }

    /**
     * Looked up when it is asked for first: a fragment has no surroundings and asks for nothing.
     */
    public Notices notices() {
        Notices known = notices;
        if (known == null) {
            known = surroundings.get();
            notices = known;
        }
        return known;
    }

    /** The text of a message key, with ICU arguments. */
    public String t(String key, @Nullable Object... arguments) {
        return messages.text(visitor.locale(), key, arguments);
    }

    /** The text of a problem's key, or null where there is no problem. */
    public @Nullable String problem(@Nullable String key) {
        return key == null ? null : t(key);
    }

    /** The message keys that begin so, for texts of which one is chosen. */
    public List<String> keys(String beginning) {
        return messages.keys(beginning);
    }

    /** Whether a message key exists, for texts that depend on data. */
    public boolean has(String key) {
        return messages.has(visitor.locale(), key);
    }

    /**
     * Whether there is a token for forms: not for tokens of programs, and not where the guard was
     * not reached.
     */
    public boolean hasCsrf() {
        return csrf != null;
    }

    /** The CSRF token for a form. */
    public CsrfToken csrf() {
        if (csrf == null) {
            throw new IllegalStateException("This page was rendered without a CSRF token.");
        }
        return csrf.get();
    }

    /** The navigation of one door that this visitor may see. */
    public List<NavEntry> nav(Door door) {
        return navigation.stream().filter(entry -> entry.door() == door).toList();
    }

    /** The door to which this page belongs, or null. */
    public @Nullable Door door() {
        NavEntry best = current();
        return best == null ? neighbour() : best.door();
    }

    /**
     * The door of a page that no entry leads to, by the entries beside it. A single request belongs
     * to two doors, so to none.
     */
    private @Nullable Door neighbour() {
        String beside = path.replaceFirst("^(/[^/]+/).*", "$1");
        if (path.matches("/requests/\\d.*")) {
            return null;
        }
        return navigation.stream()
                .filter(entry -> entry.href().startsWith(beside))
                .map(NavEntry::door)
                .findFirst()
                .orElse(null);
    }

    /** The entry of the navigation under which this page lies, or null. */
    public @Nullable NavEntry current() {
        NavEntry best = null;
        for (NavEntry entry : navigation) {
            boolean under = path.equals(entry.href()) || path.startsWith(entry.href() + "/");
            if (under && (best == null || entry.href().length() > best.href().length())) {
                best = entry;
            }
        }
        return best;
    }

    /** Day and time in the visitor's zone: short when it is near, with the year when it is far. */
    public String when(Instant instant) {
        ZonedDateTime time = instant.atZone(visitor.zone());
        ZonedDateTime now = clock.instant().atZone(visitor.zone());
        String pattern;
        if (time.toLocalDate().equals(now.toLocalDate())) {
            return t("shell.today-at", format("HH:mm", time));
        } else if (time.getYear() == now.getYear()) {
            pattern = "EEE, d MMM, HH:mm";
        } else {
            pattern = "d MMM yyyy, HH:mm";
        }
        return format(pattern, time);
    }

    /** A time by a pattern, in the visitor's language. */
    public String format(String pattern, TemporalAccessor time) {
        return FORMATS.computeIfAbsent(
                        new Format(pattern, locale()),
                        it -> DateTimeFormatter.ofPattern(it.pattern(), it.locale()))
                .format(time);
    }

    /** The same instant for machines and for the title of what {@link #when} shows. */
    public String iso(Instant instant) {
        return instant.atZone(visitor.zone())
                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /** The reader's day of a moment. */
    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, visitor.zone());
    }

    public String date(LocalDate date) {
        return format("d MMM yyyy", date);
    }

    /** A stretch of days, both included. */
    public String days(LocalDate first, LocalDate last) {
        return first.equals(last) ? date(first) : date(first) + " – " + date(last);
    }

    /** Whole months, both included; without an end, as far as anything is recorded. */
    public String months(@Nullable YearMonth first, @Nullable YearMonth last) {
        if (first == null && last == null) {
            return t("shell.months.all");
        }
        return first == null
                ? t("shell.months.until", String.valueOf(last))
                : last == null
                        ? t("shell.months.since", first.toString())
                        : first.equals(last) ? first.toString() : first + " – " + last;
    }

    /** A length of time in two units at most: days of 24 hours, hours, minutes. */
    public String duration(Duration duration) {
        Duration length = duration.abs();
        if (length.compareTo(DAY) >= 0) {
            return t("shell.days-hours", length.toDays(), length.toHoursPart());
        }
        return workDuration(length);
    }

    /** A length of working time in hours and minutes; days would be ambiguous. */
    public String workDuration(Duration duration) {
        Duration length = duration.abs();
        if (length.toHours() == 0) {
            return t("shell.minutes", length.toMinutes());
        }
        return length.toMinutesPart() == 0
                ? t("shell.hours", length.toHours())
                : t("shell.hours-minutes", length.toHours(), length.toMinutesPart());
    }

    /** A number by the visitor's customs. */
    public String number(long number) {
        return String.format(locale(), "%,d", number);
    }

    /** A net score or difference: always with its sign, with a true minus. */
    public String signed(double number) {
        long rounded = Math.round(number);
        return rounded > 0 ? "+" + rounded : rounded < 0 ? "−" + -rounded : "0";
    }

    /** A share as a whole percentage by the visitor's customs. */
    public String percent(double share) {
        long rounded = Math.round(share * 100);
        return locale().getLanguage().equals("ru") ? rounded + " %" : rounded + "%";
    }
}
