package io.kollega.requests;

import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody wants to see of a queue, as it stands in an address.
 *
 * @param state a {@link Stage}; anything else is what is open
 * @param assignee an {@link Assignee}; anything else is anyone
 */
record QueueQuery(UnitId unit, String state, String assignee, String q, boolean overdue) {

    static QueueQuery open(UnitId unit) {
        return new QueueQuery(unit, "open", "", "", false);
    }

    /** The query that {@link #parameters} wrote. */
    static QueueQuery parse(UnitId unit, String parameters) {
        UriComponents read = UriComponentsBuilder.fromUriString("?" + parameters).build();
        return new QueueQuery(
                unit,
                parameter(read, "state"),
                parameter(read, "assignee"),
                parameter(read, "q"),
                parameter(read, "overdue").equals("true"));
    }

    private static String parameter(UriComponents read, String name) {
        String value = read.getQueryParams().getFirst(name);
        try {
            return value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return value;
        }
    }

    Stage stage() {
        return Stage.of(state).orElse(Stage.OPEN);
    }

    Filter filter(PersonId reader) {
        return new Filter(
                new Filter.Scope.Queue(unit, reader),
                stage(),
                Assignee.of(assignee, reader),
                Words.line(q),
                overdue);
    }

    QueueQuery in(Stage stage) {
        return new QueueQuery(unit, stage.slug(), assignee, q, overdue);
    }

    /** What is chosen besides the unit. */
    String parameters() {
        String link = link("");
        return link.startsWith("?") ? link.substring(1) : link;
    }

    String link() {
        return link("/queue");
    }

    String board() {
        return link("/queue/board");
    }

    String export(String ending) {
        return link("/queue/export." + ending);
    }

    String next(Cursor cursor) {
        String link = link();
        return link + "&after=" + cursor;
    }

    private String link(String path) {
        return Links.to(
                path,
                "unit",
                path.isEmpty() ? "" : Long.toString(unit.value()),
                "state",
                stage() == Stage.OPEN ? "" : state,
                "assignee",
                assignee,
                "q",
                q,
                "overdue",
                overdue ? "true" : "");
    }
}
