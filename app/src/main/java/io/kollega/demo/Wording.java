package io.kollega.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the words of one request: {@code $name} with the same value wherever it stands, {@code
 * сам~сама} by the sex of who speaks.
 */
final class Wording {
    private static final Pattern BLANK = Pattern.compile("\\$([a-z]+)");
    private static final Pattern SEX = Pattern.compile("(\\p{L}+)~(\\p{L}+)");
    private static final Locale RUSSIAN = Locale.of("ru");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", RUSSIAN);

    private final Map<String, List<String>> own;
    private final Map<String, List<String>> common;
    private final Chance chance;
    private final LocalDate asked;
    private final LocalDate needed;
    private final Map<String, String> filled = new HashMap<>();

    /**
     * @param own the words of the service
     * @param common those of the company
     * @param asked the day of the request
     */
    Wording(
            Map<String, List<String>> own,
            Map<String, List<String>> common,
            LocalDate asked,
            Chance chance) {
        this.own = own;
        this.common = common;
        this.asked = asked;
        this.chance = chance;
        this.needed = workday(asked.plusDays(chance.whole(2, 18)));
    }

    /** One of the templates, as this person would write it. */
    String of(List<String> templates, Colleague speaker) {
        return capital(fill(chance.of(templates), speaker));
    }

    String fill(String template, Colleague speaker) {
        String text = template;
        if (text.indexOf('$') >= 0) {
            text = BLANK.matcher(text).replaceAll(blank -> quoted(value(blank.group(1))));
            // A word may hold a blank of its own.
            text = BLANK.matcher(text).replaceAll(blank -> quoted(value(blank.group(1))));
        }
        if (text.indexOf('~') >= 0) {
            text = SEX.matcher(text).replaceAll(words -> words.group(speaker.woman() ? 2 : 1));
        }
        return text;
    }

    /** The day by which it is needed, as a form takes it. */
    LocalDate needed() {
        return needed;
    }

    private String value(String name) {
        return filled.computeIfAbsent(name, this::invent);
    }

    private String invent(String name) {
        List<String> words = own.get(name);
        return words != null ? chance.of(words) : general(name);
    }

    private String general(String name) {
        return switch (name) {
            case "room" -> "%d%02d".formatted(chance.whole(1, 4), chance.whole(1, 30));
            case "floor" -> Integer.toString(chance.whole(1, 4));
            case "pc" -> "ПК-%04d".formatted(chance.whole(1, 950));
            case "ext" -> Integer.toString(chance.whole(2100, 3999));
            case "doc" -> Integer.toString(chance.whole(110, 989));
            case "n" -> Integer.toString(chance.whole(2, 40));
            case "days" -> Integer.toString(chance.whole(3, 24));
            case "sum" -> sum();
            case "order" -> order();
            case "month" ->
                    asked.minusMonths(1)
                            .getMonth()
                            .getDisplayName(TextStyle.FULL_STANDALONE, RUSSIAN)
                            .toLowerCase(RUSSIAN);
            case "day" -> needed.format(DAY);
            default -> chance.of(Objects.requireNonNull(common.get(name), name));
        };
    }

    /** Orders are numbered as they come, seven a day. */
    private String order() {
        long days = ChronoUnit.DAYS.between(Timetable.FOUNDED, asked);
        return "З-" + (days * 7 - chance.whole(0, 300));
    }

    private String sum() {
        int hundreds = (int) Math.min(9_900, chance.around(480, 1.1));
        return String.format(Locale.ROOT, "%,d", hundreds * 100 + 500).replace(',', ' ');
    }

    private static LocalDate workday(LocalDate day) {
        int over = day.getDayOfWeek().getValue() - 5;
        return over > 0 ? day.plusDays(3 - over) : day;
    }

    private static String quoted(String value) {
        return Matcher.quoteReplacement(value);
    }

    private static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(RUSSIAN) + text.substring(1);
    }
}
