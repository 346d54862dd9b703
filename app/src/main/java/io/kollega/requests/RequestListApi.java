package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.promises.PauseReason;
import io.kollega.shell.Problem;
import io.kollega.shell.ValuesOf;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists of requests: a unit's queue, or one's own. */
@RestController
@RequestMapping("/api/v1/requests")
final class RequestListApi {
    private static final int MOST = 200;

    private final Lists lists;

    RequestListApi(Lists lists) {
        this.lists = lists;
    }

    /** A page of a list. */
    @Schema(name = "RequestPage")
    record PageDocument(
            List<LineDocument> items,
            @Schema(description = "The cursor of the next page; null on the last")
                    @Nullable String next) {}

    /** A request as a line of a list. */
    @Schema(name = "RequestLine")
    record LineDocument(
            long id,
            int version,
            @ValuesOf(Kind.class) String kind,
            @ValuesOf(State.class) String state,
            @Schema(description = "Why it is paused; null unless it is")
                    @ValuesOf(PauseReason.class)
                    @Nullable String pause,
            String subject,
            long client,
            long clientUnit,
            long unit,
            @Nullable Long service,
            @Nullable Long specialist,
            @Schema(description = "When what breaks first is due; null where no promise runs")
                    @Nullable Instant due,
            Instant submittedAt,
            Instant changedAt) {
        static LineDocument of(RequestLine line) {
            State state = line.state();
            return new LineDocument(
                    line.id().value(),
                    line.version(),
                    line.kind().slug(),
                    state.slug(),
                    state instanceof State.Paused paused ? paused.reason().slug() : null,
                    line.subject(),
                    line.client().value(),
                    line.clientUnit().value(),
                    line.unit().value(),
                    line.service() == null ? null : line.service().value(),
                    Rows.id(state.specialist()),
                    line.running() ? line.due().truncatedTo(ChronoUnit.MILLIS) : null,
                    line.submittedAt().truncatedTo(ChronoUnit.MILLIS),
                    line.changedAt().truncatedTo(ChronoUnit.MILLIS));
        }
    }

    /**
     * Lists the queue of a unit, what breaks first first; without {@code queue}, one's own
     * requests.
     */
    @Requires({Permission.ASK, Permission.WORK_QUEUE})
    @GetMapping
    @ApiResponse(
            responseCode = "200",
            description = "A page of requests",
            content = @Content(schema = @Schema(implementation = PageDocument.class)))
    ResponseEntity<Object> list(
            CurrentPerson person,
            @RequestParam(required = false) @Nullable Long queue,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "") String assignee,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Optional<Stage> stage =
                state == null
                        ? Optional.of(queue == null ? Stage.ALL : Stage.OPEN)
                        : Stage.of(state);
        if (stage.isEmpty()) {
            return Problem.INVALID.answer(
                    "A state is open, queued, working, paused, solved, closed, withdrawn, declined"
                            + " or all.");
        }
        Optional<Cursor> after = cursor == null ? Optional.empty() : Cursor.of(cursor);
        if (cursor != null && after.isEmpty()) {
            return Problem.INVALID.answer(
                    "This cursor is none of ours. Take it from \"next\" of the page before.");
        }
        if (queue != null && !person.may(Permission.WORK_QUEUE, new UnitId(queue))) {
            return Problem.FORBIDDEN.answer(
                    "You don't work the queue of this unit. Without queue, you get your own"
                            + " requests.");
        }
        Filter filter =
                new Filter(
                        queue == null
                                ? new Filter.Scope.Asked(person.id())
                                : new Filter.Scope.Queue(new UnitId(queue), person.id()),
                        stage.get(),
                        Assignee.of(assignee, person.id()),
                        Words.line(q),
                        overdue);
        Lists.Slice slice = lists.page(filter, after, Math.clamp(limit, 1, MOST));
        return ResponseEntity.ok(
                new PageDocument(
                        slice.lines().stream().map(LineDocument::of).toList(),
                        slice.next().map(Cursor::toString).orElse(null)));
    }
}
