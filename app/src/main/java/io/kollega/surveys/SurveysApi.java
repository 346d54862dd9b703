package io.kollega.surveys;

import io.kollega.access.CurrentPerson;
import io.kollega.calls.RepeatableCalls;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.surveys.InstrumentReader.Reading;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Takes instruments from programs. */
@RestController
@Requires(Permission.ANALYSE)
class SurveysApi {
    private final Instruments instruments;
    private final RepeatableCalls calls;

    SurveysApi(Instruments instruments, RepeatableCalls calls) {
        this.instruments = instruments;
        this.calls = calls;
    }

    @PostMapping("/api/v1/surveys")
    @ApiResponse(
            responseCode = "201",
            description = "Stored as the next version of its code",
            content = @Content(schema = @Schema(implementation = Instruments.Stored.class)))
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
        return calls.created("/api/v1/surveys/" + stored.id(), stored);
    }
}
