package io.kollega.answers;

import io.kollega.permissions.Anyone;
import io.kollega.surveys.Base64Url;
import io.kollega.surveys.CampaignId;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Takes anonymous answers from anyone who holds a credential. Calls that tell who makes them, by a
 * token or a cookie, don't get this far.
 */
@RestController
@RequestMapping("/api/v1/answers/{campaign}")
@Anyone
class AnswersApi {
    private final Answers answers;

    AnswersApi(Answers answers) {
        this.answers = answers;
    }

    /** An answer with its credential. */
    @Schema(name = "AnonymousAnswer")
    record Body(
            @Schema(description = "The id of the key under which it was signed")
                    @Nullable String key,
            @Schema(description = "base64url: the prepared message, 64 bytes")
                    @Nullable String message,
            @Schema(description = "base64url, unblinded") @Nullable String signature,
            @Schema(description = "By the codes of questions") @Nullable JsonNode answers) {}

    /** Answers alone. */
    @Schema(name = "ReplacingAnswer")
    record Replacing(
            @Schema(description = "By the codes of questions") @Nullable JsonNode answers) {}

    @PostMapping
    @ApiResponse(
            responseCode = "201",
            description = "Taken",
            content = @Content(schema = @Schema(implementation = Replies.Receipted.class)))
    ResponseEntity<Object> take(@PathVariable long campaign, @RequestBody Body body) {
        Optional<byte[]> message = Base64Url.decode(body.message());
        Optional<byte[]> signature = Base64Url.decode(body.signature());
        Answers.Outcome outcome =
                answers.take(
                        new CampaignId(campaign),
                        body.key() == null ? "" : body.key(),
                        message.orElse(new byte[0]),
                        signature.orElse(new byte[0]),
                        given(body.answers()));
        return Replies.to(outcome, HttpStatus.CREATED);
    }

    @PutMapping("/{receipt}")
    @ApiResponse(
            responseCode = "200",
            description = "Taken in place of the one before",
            content = @Content(schema = @Schema(implementation = Replies.Receipted.class)))
    ResponseEntity<Object> replace(
            @PathVariable long campaign,
            @PathVariable String receipt,
            @RequestBody Replacing body) {
        return Replies.to(
                answers.replace(new CampaignId(campaign), receipt, given(body.answers())),
                HttpStatus.OK);
    }

    @DeleteMapping("/{receipt}")
    @ApiResponse(responseCode = "204", description = "Withdrawn", content = @Content)
    ResponseEntity<Object> withdraw(@PathVariable long campaign, @PathVariable String receipt) {
        Answers.Outcome outcome = answers.withdraw(new CampaignId(campaign), receipt);
        return outcome instanceof Answers.Outcome.Kept
                ? ResponseEntity.noContent().build()
                : Replies.to(outcome, HttpStatus.OK);
    }

    private static JsonNode given(@Nullable JsonNode answers) {
        return answers == null ? JsonNodeFactory.instance.nullNode() : answers;
    }
}
