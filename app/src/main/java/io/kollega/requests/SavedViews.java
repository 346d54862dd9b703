package io.kollega.requests;

import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The views of a queue that people keep for themselves. */
@Component
final class SavedViews {
    static final int LONGEST_NAME = 60;
    private static final int MOST = 20;

    private final JdbcClient jdbc;

    SavedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record SavedView(long id, String name, QueueQuery query) {}

    List<SavedView> of(PersonId person, UnitId unit) {
        return jdbc
                .sql(
                        """
                        select id, name, filter from requests.saved_view
                        where person = :person and unit = :unit
                        order by name collate "ru-x-icu" limit :most
                        """)
                .param("person", person.value())
                .param("unit", unit.value())
                .param("most", MOST)
                .query((row, _) ->
                        new SavedView(
                                row.getLong("id"),
                                row.getString("name"),
                                QueueQuery.parse(unit, row.getString("filter"))))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Keeps a view; one of the same name is replaced. */
    void keep(PersonId person, QueueQuery query, String name) {
        jdbc.sql(
                        """
                        insert into requests.saved_view (person, unit, name, filter)
                        values (:person, :unit, :name, :filter)
                        on conflict (person, unit, name) do update set filter = excluded.filter
                        """)
                .param("person", person.value())
                .param("unit", query.unit().value())
                .param("name", name)
                .param("filter", query.parameters())
                .update();
    }

    void remove(PersonId person, long id) {
        jdbc.sql("delete from requests.saved_view where id = :id and person = :person")
                .param("id", id)
                .param("person", person.value())
                .update();
    }
}
