package io.kollega.wishes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kollega.access.CurrentPerson;
import io.kollega.calls.RepeatableCalls;
import io.kollega.organization.Organization;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Problem;
import io.kollega.shell.ValuesOf;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Wishes voiced, weighed and answered by programs. */
@RestController
@RequestMapping("/api/v1/wishes")
class WishesApi {
    private static final int LONGEST = 2_000;
    private static final int MOST = 200;
    private static final int STEPS = 5;

    private final Wishes wishes;
    private final Organization organization;
    private final RepeatableCalls calls;

    WishesApi(Wishes wishes, Organization organization, RepeatableCalls calls) {
        this.wishes = wishes;
        this.organization = organization;
        this.calls = calls;
    }

    /** A wish to be voiced. */
    record NewWish(
            @Schema(description = "Null for nobody in particular") @Nullable Long unit,
            @Nullable String text) {}

    /** How a person weighs a wish. */
    record Weighing(
            @Schema(description = "From 1 to 5") @Nullable Integer importance,
            @Schema(description = "With what there is today, from 1 to 5")
                    @Nullable Integer satisfaction) {}

    /** What the unit answers. */
    record NewAnswer(
            @ValuesOf(Decision.class) @Nullable String decision,
            @Schema(description = "Needed when it is declined") @Nullable String text) {}

    @Schema(name = "WishAnswer")
    record AnswerDocument(@ValuesOf(Decision.class) String decision, String text, Instant at) {}

    /** How much it matters. */
    @Schema(
            name = "WishWeight",
            oneOf = {Shown.class, Hidden.class})
    sealed interface WeightDocument {}

    @Schema(name = "ShownWishWeight")
    record Shown(
            @Schema(description = "How many people were taken in") long n,
            @Schema(description = "Share of 4 and 5 times ten") double importance,
            @Schema(description = "Share of 4 and 5 times ten") double satisfaction,
            @Schema(description = "importance + max(importance - satisfaction, 0)")
                    double opportunity)
            implements WeightDocument {}

    @Schema(name = "WithheldWishWeight")
    record Hidden(@Schema(description = "Why it is not shown") String withheld)
            implements WeightDocument {}

    @Schema(name = "Wish")
    record WishDocument(
            long id,
            @JsonInclude(JsonInclude.Include.ALWAYS)
                    @Schema(description = "Null for nobody in particular")
                    @Nullable Long unit,
            String text,
            Instant voicedAt,
            @Schema(description = "Whether the caller voiced it") boolean own,
            @JsonInclude(JsonInclude.Include.ALWAYS)
                    @Schema(description = "Null until there is one")
                    @Nullable AnswerDocument answer,
            WeightDocument support) {}

    /** A page of the list, in the order of ids. */
    @Schema(name = "WishPage")
    record PageDocument(
            List<WishDocument> items,
            @Schema(description = "The cursor of the next page; null on the last")
                    @Nullable String next) {}

    @PostMapping
    @Requires(Permission.ASK)
    @ApiResponse(
            responseCode = "201",
            description = "Voiced",
            content = @Content(schema = @Schema(implementation = WishDocument.class)))
    ResponseEntity<Object> voice(
            CurrentPerson person,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewWish asked) {
        String text = text(asked.text());
        UnitId unit = asked.unit() == null ? null : new UnitId(asked.unit());
        if (unit != null
                && organization.units(organization.today()).stream()
                        .noneMatch(it -> it.id().equals(unit))) {
            return Problem.INVALID.answer(
                    "There is no unit " + unit.value() + ". Take its id from GET /api/v1/units.");
        }
        if (text.isEmpty()) {
            return Problem.INVALID.answer("Say in text what you wish.");
        }
        if (text.length() > LONGEST) {
            return Problem.INVALID.answer("A wish has at most " + LONGEST + " characters.");
        }
        return calls.answer(
                person.id(),
                key,
                "wishes:" + asked,
                () -> {
                    WishId id = wishes.voice(person.id(), unit, text);
                    return calls.created(
                            "/api/v1/wishes/" + id.value(),
                            document(wishes.wish(id).orElseThrow(), person));
                });
    }

    @GetMapping
    @Requires
    @ApiResponse(
            responseCode = "200",
            description = "A page of wishes",
            content = @Content(schema = @Schema(implementation = PageDocument.class)))
    ResponseEntity<Object> list(
            CurrentPerson person,
            @RequestParam(required = false) @Nullable Long unit,
            @RequestParam(defaultValue = "0") long cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (unit != null && organization.unit(new UnitId(unit)).isEmpty()) {
            return Problem.NOT_FOUND.answer("There is no unit " + unit + ".");
        }
        int size = Math.clamp(limit, 1, MOST);
        List<Wishes.Weighed> found =
                wishes.list(unit == null ? null : new UnitId(unit), cursor, size + 1);
        List<Wishes.Weighed> items = found.subList(0, Math.min(size, found.size()));
        return ResponseEntity.ok(
                new PageDocument(
                        items.stream().map(it -> document(it, person)).toList(),
                        found.size() > size
                                ? String.valueOf(items.getLast().wish().id().value())
                                : null));
    }

    @GetMapping("/{id}")
    @Requires
    @ApiResponse(
            responseCode = "200",
            description = "The wish",
            content = @Content(schema = @Schema(implementation = WishDocument.class)))
    ResponseEntity<Object> show(CurrentPerson person, @PathVariable long id) {
        return shown(person, id);
    }

    @PutMapping("/{id}/support")
    @Requires(Permission.ASK)
    @ApiResponse(
            responseCode = "200",
            description =
                    "Weighed; what is shown changes when enough people wait with something new",
            content = @Content(schema = @Schema(implementation = WishDocument.class)))
    ResponseEntity<Object> support(
            CurrentPerson person, @PathVariable long id, @RequestBody Weighing weighing) {
        if (wishes.wish(new WishId(id)).isEmpty()) {
            return unknown(id);
        }
        Integer importance = weighing.importance();
        Integer satisfaction = weighing.satisfaction();
        if (importance == null
                || satisfaction == null
                || unfit(importance)
                || unfit(satisfaction)) {
            return Problem.INVALID.answer(
                    "importance and satisfaction are whole numbers from 1 to 5.");
        }
        wishes.support(new WishId(id), person.id(), importance, satisfaction);
        return shown(person, id);
    }

    @PutMapping("/{id}/answer")
    @Requires({Permission.RUN_UNIT, Permission.ANALYSE})
    @ApiResponse(
            responseCode = "200",
            description = "Answered",
            content = @Content(schema = @Schema(implementation = WishDocument.class)))
    ResponseEntity<Object> answer(
            CurrentPerson person, @PathVariable long id, @RequestBody NewAnswer given) {
        Wish wish = wishes.wish(new WishId(id)).map(Wishes.Weighed::wish).orElse(null);
        if (wish == null) {
            return unknown(id);
        }
        if (!wish.answerableBy(person)) {
            return Problem.FORBIDDEN.answer(
                    wish.unit() == null
                            ? "A wish to nobody in particular is answered by an analyst."
                            : "A wish is answered by the head of the unit it goes to.");
        }
        Optional<Decision> decision =
                Decision.named(given.decision() == null ? "" : given.decision());
        String text = text(given.text());
        if (decision.isEmpty()) {
            return Problem.INVALID.answer("decision must be planned, done, declined or offered.");
        }
        if (text.isEmpty() && decision.get() == Decision.DECLINED) {
            return Problem.INVALID.answer("Say in text why the wish is declined.");
        }
        if (text.length() > LONGEST) {
            return Problem.INVALID.answer("An answer has at most " + LONGEST + " characters.");
        }
        wishes.answer(wish.id(), person.id(), decision.get(), text);
        return shown(person, id);
    }

    private static boolean unfit(int step) {
        return step < 1 || step > STEPS;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private ResponseEntity<Object> shown(CurrentPerson person, long id) {
        return wishes.wish(new WishId(id))
                .<ResponseEntity<Object>>map(it -> ResponseEntity.ok(document(it, person)))
                .orElseGet(() -> unknown(id));
    }

    private static ResponseEntity<Object> unknown(long id) {
        return Problem.NOT_FOUND.answer("There is no wish " + id + ".");
    }

    private static WishDocument document(Wishes.Weighed weighed, CurrentPerson person) {
        Wish wish = weighed.wish();
        UnitId unit = wish.unit();
        Wish.Answer answer = wish.answer();
        return new WishDocument(
                wish.id().value(),
                unit == null ? null : unit.value(),
                wish.text(),
                wish.voicedAt(),
                wish.voicedBy().equals(person.id()),
                answer == null
                        ? null
                        : new AnswerDocument(answer.decision().slug(), answer.text(), answer.at()),
                switch (weighed.weight()) {
                    case Weight.Hidden(var reason) -> new Hidden(reason.sentence());
                    case Weight.Shown(var opportunity) ->
                            new Shown(
                                    opportunity.n(),
                                    opportunity.importance(),
                                    opportunity.satisfaction(),
                                    opportunity.value());
                });
    }
}
