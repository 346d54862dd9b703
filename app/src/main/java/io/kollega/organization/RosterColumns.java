package io.kollega.organization;

import io.kollega.tables.Table;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which column of a file holds what. Headers may be English or Russian, in any case. */
final class RosterColumns {
    private final Map<Column, String> headers = new EnumMap<>(Column.class);
    private final Map<String, String> twice = new LinkedHashMap<>();

    /**
     * What a column may hold, with the headers by which it is known; the first is the proper one,
     * the second the proper one in Russian.
     */
    enum Column {
        CODE("code", "код", "id", "login", "табельный номер"),
        NAME("name", "название", "подразделение"),
        ENGLISH("english", "название на английском", "name_en"),
        PARENT("parent", "вышестоящее", "parent_code", "вышестоящее подразделение"),
        GIVEN_NAME("given_name", "имя", "givenname", "first_name"),
        FAMILY_NAME("family_name", "фамилия", "familyname", "last_name"),
        EMAIL("email", "почта", "e-mail", "эл. почта"),
        UNIT("unit", "подразделение", "unit_code"),
        HEAD("head", "руководитель"),
        FROM("from", "с", "since", "с даты", "дата");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }

        Rosters.Heading heading(Set<Column> needed) {
            return new Rosters.Heading(names.get(0), names.get(1), needed.contains(this));
        }

        String header() {
            return names.getFirst();
        }
    }

    private RosterColumns() {}

    static RosterColumns of(Table table, Set<Column> wanted) {
        RosterColumns columns = new RosterColumns();
        for (String header : table.header()) {
            String name = header.toLowerCase(Locale.ROOT);
            wanted.stream()
                    .filter(column -> column.names.contains(name))
                    .findFirst()
                    .ifPresent(column -> {
                        String first = columns.headers.putIfAbsent(column, header);
                        if (first != null) {
                            columns.twice.put(header, first);
                        }
                    });
        }
        return columns;
    }

    /** Headers that say what an earlier one says already, with that one. */
    Map<String, String> twice() {
        return twice;
    }

    boolean has(Column column) {
        return headers.containsKey(column);
    }

    /** The header as the file has it, or the proper one. */
    String header(Column column) {
        return headers.getOrDefault(column, column.header());
    }

    /** What stands in the row, without blanks around it; empty when there is no such column. */
    String cell(Table.Row row, Column column) {
        String header = headers.get(column);
        return header == null ? "" : row.word(header);
    }
}
