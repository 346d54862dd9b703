package io.kollega.surveys;

import io.kollega.access.CurrentPerson;
import io.kollega.calls.RepeatableCalls;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Problem;
import io.kollega.shell.ValuesOf;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns drafted and launched by programs, and credentials given to those who are asked. */
@RestController
@RequestMapping("/api/v1/campaigns")
class CampaignsApi {
    private final Launching launching;
    private final Instruments instruments;
    private final Campaigns campaigns;
    private final Credentials credentials;
    private final Organization organization;
    private final RepeatableCalls calls;
    private final Clock clock;

    CampaignsApi(
            Launching launching,
            Instruments instruments,
            Campaigns campaigns,
            Credentials credentials,
            Organization organization,
            RepeatableCalls calls,
            Clock clock) {
        this.launching = launching;
        this.instruments = instruments;
        this.campaigns = campaigns;
        this.credentials = credentials;
        this.organization = organization;
        this.calls = calls;
        this.clock = clock;
    }

    /** Whom to ask. */
    record AudienceBody(
            @Schema(description = "With all units below them") @Nullable List<Long> units,
            @Nullable List<Long> people) {}

    /** A campaign to be drafted. */
    record NewCampaign(
            @Nullable Long survey,
            @ValuesOf(Mode.class) @Nullable String mode,
            @Nullable AudienceBody audience,
            @Schema(description = "When it closes by itself at the latest")
                    @Nullable Instant closes) {}

    @Schema(name = "CampaignState")
    record Standing(long id, @ValuesOf(State.class) String state) {}

    /** What a person has blinded. */
    record Blinded(@Schema(description = "base64url, 384 bytes") @Nullable String blinded) {}

    /** The signature of what was blinded. */
    record Signature(
            String key, @Schema(description = "base64url, still blinded") String signature) {}

    @PostMapping
    @Requires(Permission.ANALYSE)
    @ApiResponse(
            responseCode = "201",
            description = "A draft",
            content = @Content(schema = @Schema(implementation = Standing.class)))
    ResponseEntity<Object> draft(
            CurrentPerson person,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewCampaign asked) {
        List<Fault> faults = faults(asked);
        if (!faults.isEmpty()) {
            return FaultList.answer(faults);
        }
        return calls.answer(person.id(), key, "campaigns:" + asked, () -> created(person, asked));
    }

    private ResponseEntity<Object> created(CurrentPerson person, NewCampaign asked) {
        CampaignId id =
                launching.draft(
                        person.id().value(),
                        Objects.requireNonNull(asked.survey()),
                        Mode.named(Objects.requireNonNull(asked.mode())).orElseThrow(),
                        named(asked.audience()),
                        Objects.requireNonNull(asked.closes()));
        return calls.created(
                "/api/v1/campaigns/" + id.value(), new Standing(id.value(), State.DRAFT.slug()));
    }

    private List<Fault> faults(NewCampaign asked) {
        List<Fault> faults = new ArrayList<>();
        if (asked.survey() == null || instruments.sheet(asked.survey()).isEmpty()) {
            faults.add(new Fault("survey", "Name the id of a survey, as POST /surveys gave it."));
        }
        if (asked.mode() == null || Mode.named(asked.mode()).isEmpty()) {
            faults.add(new Fault("mode", "Must be anonymous, confidential or identified."));
        }
        if (asked.closes() == null || !asked.closes().isAfter(clock.instant())) {
            faults.add(new Fault("closes", "Name a moment that is still to come."));
        }
        Launching.Named named = named(asked.audience());
        if (named.units().isEmpty() && named.people().isEmpty()) {
            faults.add(new Fault("audience", "Name units or people."));
        }
        named.units().stream()
                .filter(unit -> organization.unit(unit).isEmpty())
                .forEach(unit ->
                        faults.add(
                                new Fault(
                                        "audience.units",
                                        "There is no unit " + unit.value() + ".")));
        var known = organization.people(named.people());
        named.people().stream()
                .filter(person -> !known.containsKey(person))
                .forEach(person ->
                        faults.add(
                                new Fault(
                                        "audience.people",
                                        "There is no person " + person.value() + ".")));
        return faults;
    }

    private static Launching.Named named(@Nullable AudienceBody audience) {
        return audience == null
                ? new Launching.Named(Set.of(), Set.of())
                : new Launching.Named(
                        Optional.ofNullable(audience.units()).orElse(List.of()).stream()
                                .map(UnitId::new)
                                .collect(Collectors.toSet()),
                        Optional.ofNullable(audience.people()).orElse(List.of()).stream()
                                .map(PersonId::new)
                                .collect(Collectors.toSet()));
    }

    @PutMapping("/{id}/launch")
    @Requires(Permission.ANALYSE)
    @ApiResponse(
            responseCode = "200",
            description = "Open",
            content = @Content(schema = @Schema(implementation = Standing.class)))
    ResponseEntity<Object> launch(CurrentPerson person, @PathVariable long id) {
        return switch (launching.launch(person.id().value(), new CampaignId(id))) {
            case OPEN -> ResponseEntity.ok(new Standing(id, State.OPEN.slug()));
            case UNKNOWN -> Problem.NOT_FOUND.answer("There is no campaign " + id + ".");
            case OVER -> Problem.CONFLICT.answer("The campaign is over: draft a new one.");
            case LATE ->
                    Problem.INVALID.answer(
                            "The campaign would close before it opens: draft one that closes later.");
            case NOBODY ->
                    Problem.INVALID.answer(
                            "Nobody works in these units today: name units with people, or people.");
            case TOO_FEW ->
                    Problem.INVALID.answer(
                            "An anonymous campaign asks at least "
                                    + Audience.FEWEST_OF_A_KEY
                                    + " people, or answers could be guessed: ask more people, or"
                                    + " ask confidentially.");
        };
    }

    @PostMapping("/{id}/credential")
    @Requires
    @ApiResponse(
            responseCode = "201",
            description = "Signed blindly, once for each person who is asked",
            content = @Content(schema = @Schema(implementation = Signature.class)))
    ResponseEntity<Object> credential(
            CurrentPerson person, @PathVariable long id, @RequestBody Blinded body) {
        Campaign campaign = campaigns.campaign(new CampaignId(id)).orElse(null);
        if (campaign == null || campaign.state() == State.DRAFT) {
            return notAsked(id);
        }
        if (campaign.mode() != Mode.ANONYMOUS) {
            return Problem.CONFLICT.answer(
                    "This campaign is "
                            + campaign.mode().slug()
                            + ": answer with your own token, without a credential.");
        }
        if (!campaign.takes(clock.instant())) {
            return Problem.CONFLICT.answer("The campaign is over; nothing can be answered now.");
        }
        Optional<byte[]> blinded = Base64Url.decode(body.blinded());
        if (blinded.isEmpty()) {
            return unfit();
        }
        return switch (credentials.sign(campaign.id(), person.id(), blinded.get())) {
            case Credentials.Signed.Given(var key, var signature) ->
                    ResponseEntity.status(HttpStatus.CREATED)
                            .body(new Signature(key, Base64Url.encode(signature)));
            case Credentials.Signed.Before() ->
                    Problem.CONFLICT.answer(
                            "You were given your credential before; it is on the device that asked"
                                    + " for it.");
            case Credentials.Signed.NotAsked() -> notAsked(id);
            case Credentials.Signed.Unfit() -> unfit();
        };
    }

    private static ResponseEntity<Object> notAsked(long id) {
        return Problem.NOT_FOUND.answer("No campaign " + id + " asks you.");
    }

    private static ResponseEntity<Object> unfit() {
        return Problem.INVALID.answer(
                "blinded must be "
                        + BlindKeys.BYTES
                        + " bytes in base64url, a number below the modulus of your key.");
    }
}
