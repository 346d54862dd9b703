package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Door;
import io.kollega.shell.NavEntry;
import io.kollega.shell.Rendered;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The queue of a unit, as a list and as a board. */
@Controller
@Requires(Permission.WORK_QUEUE)
class QueuePage {
    private final QueueScreen screen;

    QueuePage(QueueScreen screen) {
        this.screen = screen;
    }

    @Bean
    static NavEntry requestsQueueEntry() {
        return new NavEntry(
                Door.OUR_WORK, 0, "requests.queue", "/queue", Set.of(Permission.WORK_QUEUE));
    }

    @GetMapping("/queue")
    Rendered list(
            CurrentPerson person,
            @RequestParam(required = false) @Nullable Long unit,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String assignee,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) @Nullable String after) {
        QueueQuery query = query(person, unit, state, assignee, q, overdue);
        Optional<Cursor> cursor = after == null ? Optional.empty() : Cursor.of(after);
        return Rendered.of("requests/queue", screen.list(person, query, cursor, List.of()));
    }

    /** The views with their counters, for the start page. */
    @GetMapping("/queue/fragment")
    Rendered atHome(CurrentPerson person) {
        UnitId unit =
                screen.unit(person, null)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Rendered.of("requests/queueshort", new QueueShort(screen.views(person, unit)));
    }

    record QueueShort(List<QueueView.View> views) {}

    @GetMapping("/queue/board")
    Rendered board(
            CurrentPerson person,
            @RequestParam(required = false) @Nullable Long unit,
            @RequestParam(defaultValue = "") String assignee,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean overdue) {
        QueueQuery query = query(person, unit, "open", assignee, q, overdue);
        return Rendered.of("requests/board", screen.board(person, query));
    }

    private QueueQuery query(
            CurrentPerson person,
            @Nullable Long unit,
            String state,
            String assignee,
            String q,
            boolean overdue) {
        UnitId shown =
                screen.unit(person, unit)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new QueueQuery(shown, state, assignee, Words.line(q), overdue);
    }
}
