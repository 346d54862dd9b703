package io.kollega.requests;

import io.kollega.requests.events.RequestId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads all that was said and done in a request, with its files, by one statement. */
@Component
final class Conversations {
    private final JdbcClient jdbc;

    Conversations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What one side may read.
     *
     * @param entries in order
     * @param files by the numbers of their entries
     */
    record Conversation(List<Entry> entries, Map<Integer, List<Attachments.Attachment>> files) {}

    Conversation of(RequestId request, Side side) {
        Conversation read = new Conversation(new ArrayList<>(), new HashMap<>());
        jdbc.sql(
                        """
                        select e.number, e.at, e.author, e.author_unit, e.happening, e.person, e.unit,
                            e.from_unit, e.reason, e.text,
                            a.id as file_id, a.name as file_name, a.type as file_type,
                            a.size as file_size, a.file
                        from requests.entry e
                        left join requests.attachment a
                            on a.request = e.request and a.entry = e.number
                        where e.request = :request and (:notes or e.happening <> 'noted')
                        order by e.number, a.id
                        """)
                .param("request", request.value())
                .param("notes", side.readsNotes())
                .query(
                        (RowCallbackHandler)
                                row -> {
                                    int number = row.getInt("number");
                                    List<Entry> entries = read.entries();
                                    if (entries.isEmpty() || entries.getLast().number() != number) {
                                        entries.add(Entries.read(row));
                                    }
                                    long file = row.getLong("file_id");
                                    if (!row.wasNull()) {
                                        read.files()
                                                .computeIfAbsent(number, _ -> new ArrayList<>())
                                                .add(
                                                        new Attachments.Attachment(
                                                                file,
                                                                number,
                                                                row.getString("file_name"),
                                                                row.getString("file_type"),
                                                                row.getLong("file_size"),
                                                                row.getObject("file", UUID.class)));
                                    }
                                });
        return read;
    }
}
