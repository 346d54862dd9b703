package io.kollega.requests;

import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.promises.PauseReason;
import io.kollega.requests.events.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The history of requests, append-only. Internal notes leave only to those who may read them. */
@Component
final class Entries {
    private final JdbcClient jdbc;

    Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(RequestId request, Entry entry) {
        Columns columns = Columns.of(entry.what());
        jdbc.sql(
                        """
                        insert into requests.entry (request, number, at, author, author_unit,
                            happening, person, unit, from_unit, reason, text)
                        values (:request, :number, :at, :author, :authorUnit, :happening, :person,
                            :unit, :fromUnit, :reason, :text)
                        """)
                .param("request", request.value())
                .param("number", entry.number())
                .param("at", Rows.at(entry.at()))
                .param("author", Rows.id(entry.author()))
                .param("authorUnit", Rows.id(entry.authorUnit()))
                .param("happening", entry.what().slug())
                .param("person", Rows.id(columns.person()))
                .param("unit", Rows.id(columns.unit()))
                .param("fromUnit", Rows.id(columns.fromUnit()))
                .param("reason", columns.reason())
                .param("text", entry.text())
                .update();
    }

    /** What this side may read, after the entry of this number, in order. */
    List<Entry> of(RequestId request, Side side, int after) {
        return jdbc
                .sql(
                        """
                        select number, at, author, author_unit, happening, person, unit, from_unit,
                            reason, text
                        from requests.entry
                        where request = :request and number > :after
                          and (:notes or happening <> 'noted')
                        order by number
                        """)
                .param("request", request.value())
                .param("after", after)
                .param("notes", side.readsNotes())
                .query((row, _) -> read(row))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** The words with which somebody did something at that moment; never an internal note. */
    Optional<String> said(RequestId request, PersonId by, Instant at) {
        return jdbc.sql(
                        """
                        select text from requests.entry
                        where request = ? and author = ? and at = ? and happening <> 'noted'
                            and text <> ''
                        order by number desc limit 1
                        """)
                .params(request.value(), by.value(), Timestamp.from(at))
                .query(String.class)
                .optional();
    }

    static Entry read(ResultSet row) throws SQLException {
        return new Entry(
                row.getInt("number"),
                Rows.instant(row, "at"),
                Rows.person(row, "author"),
                Rows.unit(row, "author_unit"),
                what(row),
                row.getString("text"));
    }

    private static Happening what(ResultSet row) throws SQLException {
        String slug = row.getString("happening");
        return switch (slug) {
            case "submitted" -> new Happening.Submitted();
            case "replied" -> new Happening.Replied();
            case "noted" -> new Happening.Noted();
            case "assigned" -> new Happening.Assigned(person(row));
            case "unassigned" -> new Happening.Unassigned();
            case "handed-over" ->
                    new Happening.HandedOver(unit(row, "from_unit"), unit(row, "unit"));
            case "paused" -> new Happening.Paused(Reasons.stored(row.getString("reason")));
            case "resumed" -> new Happening.Resumed();
            case "solved" -> new Happening.Solved();
            case "closed" -> new Happening.Closed();
            case "reopened" -> new Happening.Reopened();
            case "withdrawn" -> new Happening.Withdrawn();
            case "declined" -> new Happening.Declined();
            case "joined" -> new Happening.Joined(person(row));
            default -> throw new IllegalStateException("Nothing known is called " + slug + ".");
        };
    }

    private static PersonId person(ResultSet row) throws SQLException {
        return Objects.requireNonNull(Rows.person(row, "person"));
    }

    private static UnitId unit(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(Rows.unit(row, column));
    }

    /** What a happening holds besides its name. */
    record Columns(
            @Nullable PersonId person,
            @Nullable UnitId unit,
            @Nullable UnitId fromUnit,
            @Nullable String reason) {
        private static final Columns NONE = new Columns(null, null, null, null);

        static Columns of(Happening what) {
            return switch (what) {
                case Happening.Assigned(PersonId specialist) ->
                        new Columns(specialist, null, null, null);
                case Happening.Joined(PersonId participant) ->
                        new Columns(participant, null, null, null);
                case Happening.HandedOver(UnitId from, UnitId to) ->
                        new Columns(null, to, from, null);
                case Happening.Paused(PauseReason reason) ->
                        new Columns(null, null, null, reason.slug());
                case Happening.Submitted _, Happening.Replied _, Happening.Noted _ -> NONE;
                case Happening.Unassigned _, Happening.Resumed _, Happening.Solved _ -> NONE;
                case Happening.Closed _, Happening.Reopened _ -> NONE;
                case Happening.Withdrawn _, Happening.Declined _ -> NONE;
            };
        }
    }
}
