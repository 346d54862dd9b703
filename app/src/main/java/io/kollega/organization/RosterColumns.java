package io.kollega.organization;

import io.kollega.tables.CsvTable;
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
     * What a column may hold, with the headers by which it is known; the first is the proper one.
     */
    enum Column {
        CODE("code", "id", "login", "код", "табельный номер"),
        NAME("name", "название", "подразделение"),
        ENGLISH("english", "name_en", "название на английском"),
        PARENT("parent", "parent_code", "вышестоящее", "вышестоящее подразделение"),
        GIVEN_NAME("given_name", "givenname", "first_name", "имя"),
        FAMILY_NAME("family_name", "familyname", "last_name", "фамилия"),
        EMAIL("email", "e-mail", "почта", "эл. почта"),
        UNIT("unit", "unit_code", "подразделение"),
        HEAD("head", "руководитель"),
        FROM("from", "since", "с", "с даты", "дата");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }

        String header() {
            return names.getFirst();
        }
    }

    private RosterColumns() {}

    static RosterColumns of(CsvTable table, Set<Column> wanted) {
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
    String cell(CsvTable.Row row, Column column) {
        String header = headers.get(column);
        return header == null ? "" : row.word(header);
    }
}
