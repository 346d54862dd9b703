package io.kollega.worktime;

import io.kollega.shell.Days;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kollega.measurement.worktime.DayKind;

/**
 * What a state says of the dates of one year, as text: lines such as {@code 2026-01-01 off}, with
 * {@code off}, {@code shortened} or {@code working}, or the same in Russian; or the XML of
 * xmlcalendar.ru, whose days {@code <day d="01.01" t="1"/>} are off (1), shortened (2) or working
 * (3).
 */
final class TypedHolidays {
    private static final Pattern LINE = Pattern.compile("([\\d.-]{8,10})[\\s,;]+(\\p{L}+)");
    private static final Map<DayKind, String> RUSSIAN =
            Map.of(
                    DayKind.OFF, "выходной",
                    DayKind.SHORTENED, "сокращённый",
                    DayKind.WORKING, "рабочий");
    private static final Pattern XML_DATE = Pattern.compile("(\\d{2})\\.(\\d{2})");

    private TypedHolidays() {}

    /** What was read, or what could not be. */
    sealed interface Read {
        record Days(SortedMap<LocalDate, DayKind> days) implements Read {}

        /** This part can't be read, or is of another year. */
        record Wrong(String part) implements Read {}
    }

    static Read parse(int year, String text) {
        return text.stripLeading().startsWith("<") ? xml(year, text) : lines(year, text);
    }

    /** The list as somebody who reads this language would type it. */
    static String typed(Map<LocalDate, DayKind> days, Locale locale) {
        boolean russian = locale.getLanguage().equals("ru");
        return new TreeMap<>(days)
                .entrySet().stream()
                        .map(day ->
                                day.getKey()
                                        + " "
                                        + (russian
                                                ? RUSSIAN.get(day.getValue())
                                                : english(day.getValue())))
                        .collect(Collectors.joining("\n"));
    }

    private static Read lines(int year, String text) {
        SortedMap<LocalDate, DayKind> days = new TreeMap<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.equals("date,kind")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line.toLowerCase(Locale.ROOT));
            boolean day = matcher.matches();
            Optional<LocalDate> date = day ? Days.read(matcher.group(1)) : Optional.empty();
            Optional<DayKind> kind = day ? named(matcher.group(2)) : Optional.empty();
            if (date.isEmpty() || kind.isEmpty() || date.get().getYear() != year) {
                return new Read.Wrong(line);
            }
            days.put(date.get(), kind.get());
        }
        return days.isEmpty() ? new Read.Wrong("") : new Read.Days(days);
    }

    private static Read xml(int year, String text) {
        SortedMap<LocalDate, DayKind> days = new TreeMap<>();
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                String issued = xml.getAttributeValue(null, "year");
                if (xml.getLocalName().equals("calendar") && !("" + year).equals(issued)) {
                    return new Read.Wrong("year=\"" + issued + "\"");
                }
                if (xml.getLocalName().equals("day")) {
                    String d = "" + xml.getAttributeValue(null, "d");
                    String t = "" + xml.getAttributeValue(null, "t");
                    Matcher monthDay = XML_DATE.matcher(d);
                    Optional<LocalDate> date =
                            monthDay.matches()
                                    ? date(
                                            "%d-%s-%s"
                                                    .formatted(
                                                            year,
                                                            monthDay.group(1),
                                                            monthDay.group(2)))
                                    : Optional.empty();
                    Optional<DayKind> kind = kind(t);
                    if (date.isEmpty() || kind.isEmpty()) {
                        return new Read.Wrong("d=\"" + d + "\" t=\"" + t + "\"");
                    }
                    days.put(date.get(), kind.get());
                }
            }
        } catch (XMLStreamException e) {
            return new Read.Wrong(text.lines().findFirst().orElse(""));
        }
        return days.isEmpty() ? new Read.Wrong("") : new Read.Days(days);
    }

    private static Optional<DayKind> named(String word) {
        String plain = word.replace('ё', 'е');
        return Arrays.stream(DayKind.values())
                .filter(kind ->
                        english(kind).equals(word)
                                || Objects.requireNonNull(RUSSIAN.get(kind))
                                        .replace('ё', 'е')
                                        .equals(plain))
                .findFirst();
    }

    private static String english(DayKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<DayKind> kind(String code) {
        return switch (code) {
            case "1" -> Optional.of(DayKind.OFF);
            case "2" -> Optional.of(DayKind.SHORTENED);
            case "3" -> Optional.of(DayKind.WORKING);
            default -> Optional.empty();
        };
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
