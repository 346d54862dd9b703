package io.kollega.waves;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kollega.access.CurrentPerson;
import io.kollega.answers.Answers;
import io.kollega.answers.Closing;
import io.kollega.answers.Tallies;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Problem;
import io.kollega.shell.ValuesOf;
import io.kollega.surveys.Base64Url;
import io.kollega.surveys.Campaign;
import io.kollega.surveys.CampaignId;
import io.kollega.surveys.Campaigns;
import io.kollega.surveys.Credentials;
import io.kollega.surveys.Mode;
import io.kollega.surveys.State;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How campaigns stand and what came of them, for programs. */
@RestController
@RequestMapping("/api/v1")
class WavesApi {
    /** While a campaign is open a share in so many steps is told. */
    private static final double STEPS_OF_SHARE = 20;

    private final Campaigns campaigns;
    private final Credentials credentials;
    private final Answers answers;
    private final Tallies tallies;
    private final Closing closing;
    private final Findings findings;

    WavesApi(
            Campaigns campaigns,
            Credentials credentials,
            Answers answers,
            Tallies tallies,
            Closing closing,
            Findings findings) {
        this.campaigns = campaigns;
        this.credentials = credentials;
        this.answers = answers;
        this.tallies = tallies;
        this.closing = closing;
        this.findings = findings;
    }

    /** What was promised when it was launched. */
    record Promise(
            @ValuesOf(Mode.class) String mode,
            int threshold,
            @Schema(description = "SHA-256 in hex; null before the launch")
                    @Nullable String hash) {}

    /** How many take part. */
    record Participation(
            int invited,
            @Schema(
                            description =
                                    "While it is open a share of those invited in steps of 0.05, once"
                                            + " it is closed how many")
                    Number answered) {}

    /** A public key. */
    @Schema(name = "BlindKey")
    record Key(
            String id,
            @Schema(description = "The modulus, base64url") String n,
            @Schema(description = "The exponent, base64url") String e,
            @Schema(description = "How many people share it") int shared) {}

    @Schema(name = "Campaign")
    record CampaignDocument(
            long id,
            @ValuesOf(State.class) String state,
            @ValuesOf(Mode.class) String mode,
            Instant closes,
            Promise promise,
            Participation participation,
            List<Key> keys,
            @JsonInclude(JsonInclude.Include.ALWAYS)
                    @Schema(description = "The key under which the caller blinds; null for others")
                    @Nullable String key) {}

    /** A campaign that waits for the caller. */
    record Waiting(
            long id,
            String title,
            @ValuesOf(Mode.class) String mode,
            Instant closes,
            @Schema(description = "Where the questionnaire is") String address) {}

    /** What waits for the caller. */
    @Schema(name = "WaitingCampaigns")
    record WaitingList(List<Waiting> items) {}

    /** By what everyone can check that their answer was counted. */
    @Schema(name = "SpentCredentials")
    record SpentDocument(
            @Schema(
                            description =
                                    "The root of their Merkle tree, hex; leaves and nodes as in RFC 9162,"
                                            + " an odd one goes up as it is")
                    String root,
            @Schema(description = "SHA-256 of each message spent, hex, sorted")
                    List<String> hashes) {}

    @Schema(name = "CampaignResults")
    record Results(Participation participation, List<Finding> figures) {}

    @GetMapping("/campaigns/{id}")
    @Requires
    @ApiResponse(
            responseCode = "200",
            description = "How it stands",
            content = @Content(schema = @Schema(implementation = CampaignDocument.class)))
    ResponseEntity<Object> campaign(CurrentPerson person, @PathVariable long id) {
        Optional<Campaign> campaign = seen(person, id);
        return campaign.isPresent()
                ? ResponseEntity.ok(document(campaign.get(), person))
                : unknown(id);
    }

    /** Analysts see every campaign, others those that ask or asked them. */
    private Optional<Campaign> seen(CurrentPerson person, long id) {
        CampaignId campaign = new CampaignId(id);
        return campaigns
                .campaign(campaign)
                .filter(_ ->
                        person.may(Permission.ANALYSE)
                                || campaigns.groupOf(campaign, person.id()).isPresent());
    }

    private CampaignDocument document(Campaign campaign, CurrentPerson person) {
        return new CampaignDocument(
                campaign.id().value(),
                campaign.state().slug(),
                campaign.mode().slug(),
                campaign.closes(),
                new Promise(campaign.mode().slug(), campaign.threshold(), campaign.promise()),
                participation(campaign),
                credentials.keys(campaign.id()).stream()
                        .map(key ->
                                new Key(
                                        key.id(),
                                        Base64Url.encode(key.n()),
                                        Base64Url.encode(key.e()),
                                        key.shared()))
                        .toList(),
                campaign.mode() == Mode.ANONYMOUS
                        ? campaigns.groupOf(campaign.id(), person.id()).orElse(null)
                        : null);
    }

    private Participation participation(Campaign campaign) {
        return new Participation(campaign.invited(), answered(campaign));
    }

    private Number answered(Campaign campaign) {
        if (campaign.state() == State.CLOSED) {
            return tallies.answered(campaign.id());
        }
        double share = (double) answers.count(campaign.id()) / Math.max(1, campaign.invited());
        return Math.round(share * STEPS_OF_SHARE) / STEPS_OF_SHARE;
    }

    @PutMapping("/campaigns/{id}/closing")
    @Requires(Permission.ANALYSE)
    @ApiResponse(
            responseCode = "200",
            description = "Closed, with its results made",
            content = @Content(schema = @Schema(implementation = CampaignDocument.class)))
    @ApiResponse(
            responseCode = "202",
            description = "It takes no answers any more; the results are being made",
            content = @Content(schema = @Schema(implementation = CampaignDocument.class)))
    ResponseEntity<Object> close(CurrentPerson person, @PathVariable long id) {
        Campaign campaign = campaigns.campaign(new CampaignId(id)).orElse(null);
        if (campaign == null) {
            return unknown(id);
        }
        if (campaign.state() == State.DRAFT) {
            return Problem.CONFLICT.answer(
                    "The campaign was not launched: there is nothing to close.");
        }
        campaigns.close(campaign.id(), person.id().value());
        closing.finish(campaign.id());
        Campaign now = campaigns.campaign(campaign.id()).orElseThrow();
        return ResponseEntity.status(
                        now.state() == State.CLOSED ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(document(now, person));
    }

    @GetMapping("/me/campaigns")
    @Requires
    WaitingList waiting(CurrentPerson person) {
        return new WaitingList(
                campaigns.waitingFor(person.id()).stream()
                        .map(campaign ->
                                new Waiting(
                                        campaign.id().value(),
                                        campaigns.sheet(campaign).instrument().title().in("ru"),
                                        campaign.mode().slug(),
                                        campaign.closes(),
                                        "/questionnaires/" + campaign.id().value()))
                        .toList());
    }

    @GetMapping("/campaigns/{id}/results")
    @Requires({Permission.ANALYSE, Permission.RUN_UNIT})
    @ApiResponse(
            responseCode = "200",
            description = "What may be shown",
            content = @Content(schema = @Schema(implementation = Results.class)))
    ResponseEntity<Object> results(
            @PathVariable long id, @RequestParam(required = false) @Nullable String by) {
        Campaign campaign = campaigns.campaign(new CampaignId(id)).orElse(null);
        if (campaign == null) {
            return unknown(id);
        }
        if (by != null && !by.equals("unit")) {
            return Problem.INVALID.answer("by must be unit, or be left out.");
        }
        if (campaign.state() != State.CLOSED) {
            return Problem.CONFLICT.answer(
                    "There are no results before the campaign is closed, so that nobody can be read"
                            + " from how they change.");
        }
        return ResponseEntity.ok(
                new Results(participation(campaign), findings.of(campaign, by != null)));
    }

    @GetMapping("/campaigns/{id}/spent")
    @Requires
    @ApiResponse(
            responseCode = "200",
            description = "The hashes of all credentials spent, once it is closed",
            content = @Content(schema = @Schema(implementation = SpentDocument.class)))
    ResponseEntity<Object> spent(CurrentPerson person, @PathVariable long id) {
        Campaign campaign = seen(person, id).orElse(null);
        if (campaign == null) {
            return unknown(id);
        }
        if (campaign.state() != State.CLOSED) {
            return Problem.CONFLICT.answer(
                    "The list is published when the campaign is closed, so that nobody can be read"
                            + " from how it grows.");
        }
        Tallies.Spent spent = tallies.spent(campaign.id());
        return ResponseEntity.ok(new SpentDocument(spent.root(), spent.hashes()));
    }

    private static ResponseEntity<Object> unknown(long id) {
        return Problem.NOT_FOUND.answer("There is no campaign " + id + ", or not for you.");
    }
}
