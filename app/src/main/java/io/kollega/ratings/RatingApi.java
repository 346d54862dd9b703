package io.kollega.ratings;

import io.kollega.access.CurrentPerson;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.requests.events.RequestId;
import io.kollega.shell.Problem;
import io.kollega.shell.ValuesOf;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's side of the sealed rating of a request. */
@RestController
@RequestMapping("/api/v1/requests/{id}/rating")
@Requires(Permission.ASK)
class RatingApi {
    private static final String SCORE = "0 to 10; the client always gives it";
    private static final String CLIENT = "The client's only";
    private static final String ASPECTS =
            "1 to 5 by name: speed, result, tone, availability of the client; clarity,"
                    + " completeness, manners of the provider";
    private static final String REASONS = "Fitting the score; the client's only";

    private final Ratings ratings;

    RatingApi(Ratings ratings) {
        this.ratings = ratings;
    }

    /** What a caller sends; which parts count depends on their side. */
    @Schema(name = "NewRating")
    record Body(
            @Schema(description = SCORE, minimum = "0", maximum = "10") @Nullable BigDecimal score,
            @Schema(description = CLIENT) @ValuesOf(Ease.class) @Nullable String ease,
            @Schema(description = CLIENT) @ValuesOf(Solved.class) @Nullable String solved,
            @Schema(description = ASPECTS) @Nullable Map<String, @Nullable BigDecimal> aspects,
            @Schema(description = REASONS) @ValuesOf(Reason.class) @Nullable List<String> reasons,
            @Nullable String comment) {
        Draft draft() {
            Map<String, @Nullable String> given = new HashMap<>();
            if (aspects != null) {
                aspects.forEach((name, value) -> given.put(name, text(value)));
            }
            return new Draft(
                    text(score),
                    ease,
                    solved,
                    given,
                    reasons == null ? List.of() : reasons,
                    comment);
        }

        private static @Nullable String text(@Nullable BigDecimal number) {
            if (number == null) {
                return null;
            }
            // Written out, 1e999999999 would fill the memory.
            return number.scale() < 0 || number.precision() > 4 || number.scale() > 4
                    ? number.toString()
                    : number.stripTrailingZeros().toPlainString();
        }
    }

    /** What one side said. */
    @Schema(name = "RatingDocument")
    record Said(
            @Schema(description = SCORE, minimum = "0", maximum = "10") @Nullable Integer score,
            @Schema(description = CLIENT) @ValuesOf(Ease.class) @Nullable String ease,
            @Schema(description = CLIENT) @ValuesOf(Solved.class) @Nullable String solved,
            @Schema(description = ASPECTS) Map<String, Integer> aspects,
            @Schema(description = REASONS) @ValuesOf(Reason.class) List<String> reasons,
            @Schema(description = "Empty if none") String comment) {
        static @Nullable Said of(@Nullable Rating rating) {
            if (rating == null) {
                return null;
            }
            Map<String, Integer> aspects = new TreeMap<>();
            rating.aspects().forEach((aspect, value) -> aspects.put(aspect.slug(), value));
            return new Said(
                    rating.score(),
                    rating.ease() == null ? null : rating.ease().slug(),
                    rating.solved() == null ? null : rating.solved().slug(),
                    aspects,
                    rating.reasons().stream().map(Reason::slug).toList(),
                    rating.comment());
        }
    }

    /** The ratings of a request as the caller may see them. */
    @Schema(name = "RatingsDocument")
    record Shown(
            long request,
            @Schema(description = "As what the caller rates") @ValuesOf(Side.class) String side,
            @ValuesOf(Rateable.Standing.class) String standing,
            @Schema(
                            description =
                                    "When both are opened at the latest; null while there is no solution")
                    @Nullable Instant closesAt,
            @Schema(description = "Null until given") @Nullable Said own,
            @Schema(description = "Null until given and revealed") @Nullable Said other) {
        static Shown of(RatedRequest rated) {
            Rateable rateable = rated.rateable();
            return new Shown(
                    rateable.request().value(),
                    rated.side().slug(),
                    rateable.standing().slug(),
                    rateable.standing() == Rateable.Standing.UNSOLVED ? null : rateable.closesAt(),
                    Said.of(rated.own()),
                    Said.of(rated.other()));
        }
    }

    @GetMapping
    @ApiResponse(
            responseCode = "200",
            description = "The ratings as the caller may see them",
            content = @Content(schema = @Schema(implementation = Shown.class)))
    ResponseEntity<Object> rating(@PathVariable long id, CurrentPerson person) {
        Optional<RatedRequest> seen = ratings.seenBy(person.id(), new RequestId(id));
        return seen.isPresent() ? ResponseEntity.ok(Shown.of(seen.get())) : notYours(id);
    }

    @PutMapping
    @ApiResponse(
            responseCode = "200",
            description = "The ratings as the caller may see them",
            content = @Content(schema = @Schema(implementation = Shown.class)))
    ResponseEntity<Object> rate(
            @PathVariable long id, @RequestBody Body body, CurrentPerson person) {
        return switch (ratings.give(new RequestId(id), person.id(), body.draft())) {
            case Answer.Kept(var rated) -> ResponseEntity.ok(Shown.of(rated));
            case Answer.Unfit(var faults) ->
                    Problem.INVALID.answer(
                            faults.stream()
                                    .map(Draft.Fault::sentence)
                                    .collect(Collectors.joining(" ")));
            case Answer.Refused(var refusal) -> refused(id, refusal);
        };
    }

    /** The same for a request that there is and for one that there isn't. */
    private static ResponseEntity<Object> notYours(long id) {
        return Problem.NOT_FOUND.answer("No request " + id + " to rate is yours.");
    }

    private static ResponseEntity<Object> refused(long id, Refusal refusal) {
        return switch (refusal) {
            case UNKNOWN -> notYours(id);
            case OWN_WORK ->
                    Problem.FORBIDDEN.answer(
                            "You solved this request yourself, and nobody rates themselves.");
            case NOT_SOLVED ->
                    Problem.CONFLICT.answer("The request is not solved: rate it when it is.");
            case CLOSED -> Problem.CONFLICT.answer("The time to rate this request is over.");
            case REVEALED ->
                    Problem.CONFLICT.answer(
                            "Both sides have seen the ratings, so they can't be changed.");
        };
    }
}
