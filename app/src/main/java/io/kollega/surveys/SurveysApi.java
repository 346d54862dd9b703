package io.kollega.surveys;

import io.kollega.access.CurrentPerson;
import io.kollega.calls.RepeatableCalls;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.surveys.InstrumentReader.Reading;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes instruments from programs. */
@RestController
@Requires(Permission.ANALYSE)
class SurveysApi {
    private final Instruments instruments;
    private final RepeatableCalls calls;
    private final JsonMapper json;

    SurveysApi(Instruments instruments, RepeatableCalls calls, JsonMapper json) {
        this.instruments = instruments;
        this.calls = calls;
        this.json = json;
    }

    /** A version of an instrument. */
    @Schema(name = "StoredSurvey")
    record Stored(long id, String code, int version) {}

    @PostMapping("/api/v1/surveys")
    @ApiResponse(
            responseCode = "201",
            description = "Stored as the next version of its code",
            content = @Content(schema = @Schema(implementation = Stored.class)))
    ResponseEntity<Object> store(
            CurrentPerson person,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody JsonNode body) {
        return calls.answer(
                person.id(),
                key,
                "surveys:" + body,
                () ->
                        switch (InstrumentReader.read(body)) {
                            case Reading.Good(var instrument) ->
                                    created(instruments.store(instrument, body));
                            case Reading.Bad(var faults) -> FaultList.answer(faults);
                        });
    }

    private ResponseEntity<Object> created(Instruments.Stored stored) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .location(URI.create("/api/v1/surveys/" + stored.id()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        json.writeValueAsString(
                                new Stored(stored.id(), stored.code(), stored.version())));
    }
}
