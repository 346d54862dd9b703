package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.promises.Explanation;
import io.kollega.promises.PauseReason;
import io.kollega.promises.Promised;
import io.kollega.promises.Promises;
import io.kollega.promises.WorkId;
import io.kollega.requests.events.RequestId;
import io.kollega.shell.Problem;
import io.kollega.shell.ValuesOf;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The explained deadline: why it is due then, line by line. */
@RestController
@RequestMapping("/api/v1/requests/{id}/deadline")
final class DeadlineApi {
    private final RequestRows rows;
    private final Promises promises;
    private final Clock clock;

    DeadlineApi(RequestRows rows, Promises promises, Clock clock) {
        this.rows = rows;
        this.promises = promises;
        this.clock = clock;
    }

    record DeadlineDocument(
            @ValuesOf(Promised.class) String promised,
            @Schema(example = "Europe/Moscow") String zone,
            @Schema(description = "The code of the calendar by which it is counted")
                    String calendar,
            @Schema(description = "Whether it lies in a year whose holidays are not known yet")
                    boolean provisional,
            Instant start,
            @Schema(description = "Working minutes of the standard; the counted lines sum to them")
                    long promisedMinutes,
            Instant due,
            @Schema(description = "From start to due, in the order of time")
                    List<LineDocument> lines) {}

    /** A stretch of time that counts, or one that doesn't and why. */
    @Schema(name = "DeadlineLine")
    record LineDocument(
            @Schema(allowableValues = {"counted", "closed", "day-off", "paused", "solved"})
                    String kind,
            Instant from,
            Instant to,
            @Schema(description = "Working seconds of this line; null unless counted")
                    @Nullable Long countedSeconds,
            @Schema(description = "Working seconds up to its end; null unless counted")
                    @Nullable Long sumSeconds,
            @Schema(description = "Why the clock stood; null unless paused")
                    @ValuesOf(PauseReason.class)
                    @Nullable String reason,
            @Schema(description = "What ended the pause; null unless paused")
                    @ValuesOf(Explanation.Ending.class)
                    @Nullable String ending) {
        LineDocument(String kind, Explanation.Line line) {
            this(kind, line.from(), line.to(), null, null, null, null);
        }
    }

    /** Explains the solution's deadline, or with {@code of=response} that of the first answer. */
    @Requires({Permission.ASK, Permission.WORK_QUEUE})
    @GetMapping
    @ApiResponse(
            responseCode = "200",
            description = "The explained deadline",
            content = @Content(schema = @Schema(implementation = DeadlineDocument.class)))
    ResponseEntity<Object> deadline(
            CurrentPerson person,
            @PathVariable long id,
            @RequestParam(name = "of", defaultValue = "solution") String of) {
        if (rows.find(new RequestId(id), person).isEmpty()) {
            return Answers.unseen();
        }
        Promised promised =
                of.equals(Promised.RESPONSE.slug()) ? Promised.RESPONSE : Promised.SOLUTION;
        Explanation explained = promises.explain(new WorkId(id), promised, clock.instant());
        return explained == null
                ? Problem.NOT_FOUND.answer("Nothing was promised of this request.")
                : ResponseEntity.ok(document(promised, explained));
    }

    private static DeadlineDocument document(Promised promised, Explanation explained) {
        return new DeadlineDocument(
                promised.slug(),
                explained.zone().getId(),
                explained.calendar().code(),
                explained.provisional(),
                explained.start(),
                explained.promised().toMinutes(),
                explained.due(),
                explained.lines().stream().map(DeadlineApi::line).toList());
    }

    private static LineDocument line(Explanation.Line line) {
        return switch (line) {
            case Explanation.Counted counted ->
                    new LineDocument(
                            "counted",
                            counted.from(),
                            counted.to(),
                            counted.counted().toSeconds(),
                            counted.sum().toSeconds(),
                            null,
                            null);
            case Explanation.Closed closed ->
                    new LineDocument(closed.dayOff() ? "day-off" : "closed", closed);
            case Explanation.Paused paused ->
                    new LineDocument(
                            "paused",
                            paused.from(),
                            paused.to(),
                            null,
                            null,
                            paused.reason().slug(),
                            paused.ending().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            case Explanation.Solved solved -> new LineDocument("solved", solved);
        };
    }
}
