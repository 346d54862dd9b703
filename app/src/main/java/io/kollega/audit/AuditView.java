package io.kollega.audit;

import io.kollega.shell.Days;
import io.kollega.shell.Page;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A page of the trail, and the addresses of the first page, the next, and the files. */
record AuditView(
        AuditFilter filter,
        List<AuditLine> lines,
        Map<Long, String> names,
        Map<Long, String> units,
        @Nullable String first,
        @Nullable String next,
        String csv,
        String xlsx,
        @Nullable String problem) {
    private static final String DEED = "audit.deed.";

    /** A kind of deed to choose. */
    record Choice(String deed, String words) {}

    /** The kinds of deed, by their words. */
    List<Choice> deeds(Page page) {
        return page.keys(DEED).stream()
                .map(key -> new Choice(key.substring(DEED.length()), page.t(key)))
                .sorted(Comparator.comparing(Choice::words, Collator.getInstance(page.locale())))
                .toList();
    }

    /** What was done, in words where there are any. */
    String deed(AuditLine line, Page page) {
        String key = DEED + line.deed();
        return page.has(key) ? page.t(key) : line.deed();
    }

    /** What it was done to: a person by name, anything else by kind and number or code. */
    String subject(AuditLine line, Page page) {
        Long person = line.person();
        String name = person == null ? null : names.get(person);
        if (name != null) {
            return name;
        }
        int colon = line.subject().indexOf(':');
        String key = "audit.kind." + line.subject().substring(0, Math.max(colon, 0));
        return colon > 0 && page.has(key)
                ? page.t(key, line.subject().substring(colon + 1))
                : line.subject();
    }

    /** The details with their names in words, ids of people and units by name. */
    String details(AuditLine line, Page page) {
        return line.details().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(detail -> detail(detail.getKey(), detail.getValue(), page))
                .collect(Collectors.joining(", "));
    }

    private String detail(String key, Object value, Page page) {
        long id = value instanceof Number number ? number.longValue() : 0;
        @Nullable String person = AuditLine.PEOPLE.contains(key) ? names.get(id) : null;
        @Nullable String unit = AuditLine.UNITS.contains(key) ? units.get(id) : null;
        String text = "audit.detail." + key + (unit != null && key.equals("from") ? "-unit" : "");
        String shown;
        if (person != null) {
            shown = person;
        } else if (unit != null) {
            shown = unit;
        } else {
            shown = Days.read(value.toString()).map(page::date).orElse(value.toString());
        }
        return page.has(text) ? page.t(text, shown) : key + ": " + shown;
    }
}
