package io.kollega.waves;

import io.kollega.access.CurrentPerson;
import io.kollega.answers.Answers;
import io.kollega.answers.Replies;
import io.kollega.answers.Slot;
import io.kollega.permissions.Requires;
import io.kollega.surveys.Campaign;
import io.kollega.surveys.CampaignId;
import io.kollega.surveys.Campaigns;
import io.kollega.surveys.Mode;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Optional;
import java.util.function.Supplier;
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
 * Takes answers of people who are known, in campaigns that are not anonymous. Calls of {@code
 * /api/v1/answers} with a token are led here.
 */
@RestController
@RequestMapping("/api/v1/campaigns/{campaign}/answers")
@Requires
class NamedAnswersApi {
    private final Campaigns campaigns;
    private final Answers answers;

    NamedAnswersApi(Campaigns campaigns, Answers answers) {
        this.campaigns = campaigns;
        this.answers = answers;
    }

    /** Answers. */
    @Schema(name = "NamedAnswer")
    record Body(@Schema(description = "By the codes of questions") @Nullable JsonNode answers) {
        JsonNode given() {
            return answers == null ? JsonNodeFactory.instance.nullNode() : answers;
        }
    }

    @PostMapping
    @ApiResponse(
            responseCode = "201",
            description = "Taken",
            content = @Content(schema = @Schema(implementation = Replies.Receipted.class)))
    ResponseEntity<Object> take(
            CurrentPerson person, @PathVariable long campaign, @RequestBody Body body) {
        CampaignId id = new CampaignId(campaign);
        Optional<String> group = campaigns.groupOf(id, person.id());
        if (group.isEmpty() && !anonymous(id)) {
            return Replies.to(new Answers.Outcome.Unknown(), HttpStatus.CREATED);
        }
        Answers.Outcome outcome =
                answers.take(
                        id,
                        Slot.named(campaign + " " + person.id().value()),
                        group.orElse(""),
                        body.given());
        if (outcome instanceof Answers.Outcome.Kept) {
            campaigns.done(id, person.id());
        }
        return Replies.to(outcome, HttpStatus.CREATED);
    }

    @PutMapping("/{receipt}")
    @ApiResponse(
            responseCode = "200",
            description = "Taken in place of the one before",
            content = @Content(schema = @Schema(implementation = Replies.Receipted.class)))
    ResponseEntity<Object> replace(
            @PathVariable long campaign, @PathVariable String receipt, @RequestBody Body body) {
        CampaignId id = new CampaignId(campaign);
        return Replies.to(
                named(id, () -> answers.replace(id, receipt, body.given())), HttpStatus.OK);
    }

    @DeleteMapping("/{receipt}")
    @ApiResponse(responseCode = "204", description = "Withdrawn", content = @Content)
    ResponseEntity<Object> withdraw(@PathVariable long campaign, @PathVariable String receipt) {
        CampaignId id = new CampaignId(campaign);
        Answers.Outcome outcome = named(id, () -> answers.withdraw(id, receipt));
        return outcome instanceof Answers.Outcome.Kept
                ? ResponseEntity.noContent().build()
                : Replies.to(outcome, HttpStatus.OK);
    }

    private Answers.Outcome named(CampaignId id, Supplier<Answers.Outcome> deed) {
        return anonymous(id) ? new Answers.Outcome.OtherMode(Mode.ANONYMOUS) : deed.get();
    }

    private boolean anonymous(CampaignId id) {
        return campaigns
                .campaign(id)
                .map(Campaign::mode)
                .filter(Mode.ANONYMOUS::equals)
                .isPresent();
    }
}
