package io.kollega.requests;

import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of requests, a page at a time by keys, so that the last page costs what the first does. */
@Component
final class Lists {
    private static final Pattern NUMBER =
            Pattern.compile("(?:#|№|No\\.?)?[\\s\\u00a0]*(\\d{1,15})", Pattern.CASE_INSENSITIVE);

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final JdbcClient jdbc;
    private final Clock clock;

    Lists(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One page, and where the next begins. */
    record Slice(List<RequestLine> lines, Optional<Cursor> next) {}

    Slice page(Filter filter, Optional<Cursor> after, int size) {
        Query query = new Query(filter, after, "");
        List<RequestLine> lines =
                jdbc
                        .sql(query.select() + "\nlimit " + (size + 1))
                        .params(query.parameters)
                        .query(RequestLine::read)
                        .list()
                        .stream()
                        .map(Objects::requireNonNull)
                        .toList();
        return lines.size() <= size
                ? new Slice(lines, Optional.empty())
                : new Slice(lines.subList(0, size), Optional.of(Cursor.after(lines.get(size - 1))));
    }

    /** How many lines each has, as far as it is worth counting, by one statement over all. */
    List<Integer> counts(List<Filter> filters, int most) {
        if (filters.isEmpty()) {
            return List.of();
        }
        Map<String, @Nullable Object> parameters = new HashMap<>();
        List<String> counts = new ArrayList<>();
        for (Filter filter : filters) {
            Query query = new Query(filter, Optional.empty(), "_" + counts.size());
            counts.add("(select count(*) from (%s limit %d) as it)".formatted(query.any(), most));
            parameters.putAll(query.parameters);
        }
        return jdbc.sql("select array[" + String.join(", ", counts) + "]")
                .params(parameters)
                .query((row, _) ->
                        Arrays.stream((Long[]) row.getArray(1).getArray())
                                .map(Math::toIntExact)
                                .toList())
                .single();
    }

    /** The counters beside the usual views of a queue, each as far as it is worth counting. */
    record Counters(int open, int mine, int unassigned, int paused, int overdue) {}

    Counters counters(UnitId unit, PersonId reader, int most) {
        return jdbc.sql(
                        """
                        with open as not materialized (
                            select state, specialist, due from requests.request
                            where unit = :unit and state in ('queued', 'working', 'paused'))
                        select (select count(*) from (
                                select from open limit %1$d) as it) as open,
                            (select count(*) from (
                                select from open where specialist = :reader limit %1$d) as it) as mine,
                            (select count(*) from (
                                select from open where specialist is null limit %1$d) as it) as unassigned,
                            (select count(*) from (
                                select from open where state = 'paused' limit %1$d) as it) as paused,
                            (select count(*) from (
                                select from open where due < :now limit %1$d) as it) as overdue
                        """
                                .formatted(most))
                .param("unit", unit.value())
                .param("reader", reader.value())
                .param("now", Rows.at(clock.instant()))
                .query(Counters.class)
                .single();
    }

    /** A filter in SQL. Names of parameters end so that several may stand in one statement. */
    private final class Query {
        private final Filter filter;
        private final String ending;
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, @Nullable Object> parameters = new HashMap<>();

        Query(Filter filter, Optional<Cursor> after, String ending) {
            this.filter = filter;
            this.ending = ending;
            scope(filter.scope());
            conditions.add(filter.stage().condition());
            assignee(filter.assignee());
            if (filter.overdue()) {
                conditions.add("r.due < " + given("now", Rows.at(clock.instant())));
            }
            if (!filter.text().isEmpty()) {
                text(filter.text());
            }
            after.ifPresent(this::after);
        }

        String select() {
            return "select "
                    + RequestLine.COLUMNS
                    + from()
                    + (filter.byDue() ? "\norder by r.due, r.id" : "\norder by r.id desc");
        }

        String any() {
            return "select 1" + from();
        }

        private String from() {
            return "\nfrom requests.request r\nwhere " + String.join("\n  and ", conditions);
        }

        private void scope(Filter.Scope scope) {
            switch (scope) {
                case Filter.Scope.Queue(UnitId unit, PersonId reader) -> {
                    conditions.add("r.unit = " + given("unit", unit.value()));
                    given("reader", reader.value());
                }
                case Filter.Scope.Asked(PersonId client) -> {
                    conditions.add("r.client = " + given("reader", client.value()));
                }
                case Filter.Scope.Followed(PersonId person) -> {
                    conditions.add(
                            "r.id in (select request from requests.participant where person = "
                                    + given("reader", person.value())
                                    + ")");
                }
            }
        }

        private void assignee(Assignee assignee) {
            switch (assignee) {
                case Assignee.Anyone _ -> {}
                case Assignee.Nobody _ -> conditions.add("r.specialist is null");
                case Assignee.One(PersonId person) -> {
                    conditions.add("r.specialist = " + given("specialist", person.value()));
                }
            }
        }

        /**
         * Internal notes are searched by those who may read them: not in one's own request. Who
         * works a queue also finds requests by whose they are. Digits are looked for behind a
         * hyphen, too, where the search takes it for a minus.
         */
        private void text(String text) {
            boolean notes = filter.scope() instanceof Filter.Scope.Queue;
            conditions.add(
                    """
                    r.id in (
                        select q.id from requests.request q
                        where to_tsvector('russian', q.subject || ' ' || q.body)
                            @@ (websearch_to_tsquery('russian', :text%1$s) || websearch_to_tsquery('russian', :part%1$s))
                        union all
                        select e.request from requests.entry e
                        join requests.request q on q.id = e.request
                        where e.text <> ''
                          and to_tsvector('russian', e.text)
                            @@ (websearch_to_tsquery('russian', :text%1$s) || websearch_to_tsquery('russian', :part%1$s))
                          and (e.happening <> 'noted' or (:notes%1$s and q.client <> :reader%1$s))
                        union all
                        select q.id from requests.request q
                        where :notes%1$s and q.unit = :holder%1$s
                          and (q.client in (select person from organization.colleague where search like :name%1$s)
                            or q.specialist in
                                (select person from organization.colleague where search like :name%1$s))
                        union all
                        select :number%1$s)\
                    """
                            .formatted(ending));
            given("text", text);
            given("notes", notes);
            given("part", DIGITS.matcher(text).matches() ? "\"-" + text + "\"" : text);
            given("name", Organization.pattern(text));
            given(
                    "holder",
                    filter.scope() instanceof Filter.Scope.Queue(UnitId unit, var _)
                            ? unit.value()
                            : 0);
            given("number", number(text));
        }

        /** The number of a request, as pages write it or without its sign; 0 if it is none. */
        private static long number(String text) {
            Matcher number = NUMBER.matcher(text);
            return number.matches() ? Long.parseLong(number.group(1)) : 0;
        }

        private void after(Cursor cursor) {
            String id = given("id", cursor.id());
            conditions.add(
                    filter.byDue()
                            ? "(r.due, r.id) > (%s, %s)"
                                    .formatted(given("due", Rows.at(cursor.due())), id)
                            : "r.id < " + id);
        }

        /** Notes what is given for a name, and says how the SQL refers to it. */
        private String given(String name, @Nullable Object value) {
            parameters.put(name + ending, value);
            return ":" + name + ending;
        }
    }
}
