package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.promises.Holder;
import io.kollega.promises.Ledger;
import io.kollega.promises.Promises;
import io.kollega.promises.WorkId;
import io.kollega.requests.events.RequestId;
import io.kollega.shell.Problem;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whose time it was: the delay ledger of a request. */
@RestController
@RequestMapping("/api/v1/requests/{id}/ledger")
final class LedgerApi {
    private final RequestRows rows;
    private final Promises promises;
    private final Clock clock;

    LedgerApi(RequestRows rows, Promises promises, Clock clock) {
        this.rows = rows;
        this.promises = promises;
        this.clock = clock;
    }

    /** The lines sum exactly to the whole, to the microsecond. */
    record LedgerDocument(
            @Schema(description = "Elapsed seconds from submission to the end, or to now")
                    BigDecimal seconds,
            @Schema(description = "Whose seconds they were; they sum to the whole exactly")
                    List<LineDocument> lines) {}

    @Schema(name = "LedgerLine")
    record LineDocument(
            @Schema(
                            description = "Who had it in hand",
                            allowableValues = {
                                "unit",
                                "client",
                                "approval",
                                "outside",
                                "scheduled"
                            })
                    String holder,
            @Schema(description = "The unit's id; null unless a unit had it") @Nullable Long unit,
            @Schema(description = "Whether these were the closed hours of the unit that had it")
                    boolean closed,
            @Schema(description = "Elapsed seconds, with fractions") BigDecimal seconds) {}

    @Requires({Permission.ASK, Permission.WORK_QUEUE})
    @GetMapping
    @ApiResponse(
            responseCode = "200",
            description = "The delay ledger",
            content = @Content(schema = @Schema(implementation = LedgerDocument.class)))
    ResponseEntity<Object> ledger(CurrentPerson person, @PathVariable long id) {
        if (rows.find(new RequestId(id), person).isEmpty()) {
            return Answers.unseen();
        }
        Ledger ledger = promises.ledger(new WorkId(id), clock.instant());
        return ledger == null
                ? Problem.NOT_FOUND.answer("This request has no ledger: it came without one.")
                : ResponseEntity.ok(document(ledger));
    }

    private static LedgerDocument document(Ledger ledger) {
        return new LedgerDocument(
                seconds(ledger.whole()), ledger.lines().stream().map(LedgerApi::line).toList());
    }

    private static LineDocument line(Ledger.Line line) {
        Long unit = line.holder() instanceof Holder.OfUnit(var held) ? (Long) held.value() : null;
        return new LineDocument(slug(line.holder()), unit, line.closed(), seconds(line.time()));
    }

    static String slug(Holder holder) {
        return switch (holder) {
            case Holder.OfUnit _ -> "unit";
            case Holder.Client _ -> "client";
            case Holder.Approval _ -> "approval";
            case Holder.Outside _ -> "outside";
            case Holder.Scheduled _ -> "scheduled";
        };
    }

    static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), 9).stripTrailingZeros().add(BigDecimal.ZERO);
    }
}
