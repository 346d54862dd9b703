package io.kollega.catalog;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.Name;
import io.kollega.organization.Organization;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Requires;
import io.kollega.shell.Problem;
import io.kollega.shell.ValuesOf;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The services that the caller may ask for. */
@RestController
final class ServicesApi {
    private static final int MOST = 200;
    private static final int ALL = 100_000;

    private final Catalog catalog;
    private final Standards standards;
    private final Organization organization;

    ServicesApi(Catalog catalog, Standards standards, Organization organization) {
        this.catalog = catalog;
        this.standards = standards;
        this.organization = organization;
    }

    /** A page of services. */
    @Schema(name = "ServicePage")
    record PageDocument(
            List<ServiceDocument> items,
            @Schema(description = "The cursor of the next page; null on the last")
                    @Nullable String next) {}

    /** A service, with the standard in force. */
    record ServiceDocument(
            long id,
            String code,
            long unit,
            String name,
            @Nullable String englishName,
            String summary,
            @Nullable String englishSummary,
            StandardDocument standard) {}

    record StandardDocument(
            long id,
            int version,
            @Schema(description = "Working seconds until the first answer") long responseSeconds,
            @Schema(description = "Working seconds until the solution") long solutionSeconds,
            @Schema(description = "What the client fills in") List<FieldDocument> fields,
            @Schema(description = "How the unit behaves, one sentence each") List<String> norms,
            @Schema(description = IN_ENGLISH) List<String> englishNorms,
            @Schema(description = "What the client owes, one sentence each") List<String> duties,
            @Schema(description = IN_ENGLISH) List<String> englishDuties) {
        private static final String IN_ENGLISH =
                "The same in the same order; empty where there is no English";
    }

    record FieldDocument(
            String key,
            String label,
            @Nullable String englishLabel,
            @ValuesOf(FormField.Kind.class) String kind,
            boolean required,
            @Schema(description = "What can be chosen; empty unless the kind is choice")
                    List<String> options) {}

    /** Lists the services of a unit, or of all, that someone of the caller's unit may ask for. */
    @GetMapping("/api/v1/services")
    @Requires
    @ApiResponse(
            responseCode = "200",
            description = "A page of services",
            content = @Content(schema = @Schema(implementation = PageDocument.class)))
    ResponseEntity<Object> services(
            CurrentPerson person,
            @RequestParam(required = false) @Nullable Long unit,
            @RequestParam(defaultValue = "0") long cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (unit != null && organization.unit(new UnitId(unit)).isEmpty()) {
            return Problem.NOT_FOUND.answer(
                    "There is no unit " + unit + ". Take its id from GET /api/v1/units.");
        }
        List<OfferedService> offered =
                catalog.search("", person.unit(), ALL).stream()
                        .filter(service -> unit == null || service.unit().value() == unit)
                        .filter(service -> service.id().value() > cursor)
                        .sorted(Comparator.comparing(service -> service.id().value()))
                        .limit(Math.clamp(limit, 1, MOST) + 1L)
                        .toList();
        boolean more = offered.size() > Math.clamp(limit, 1, MOST);
        List<OfferedService> items = more ? offered.subList(0, offered.size() - 1) : offered;
        Map<ServiceId, Standard> inForce =
                standards.inForce(items.stream().map(OfferedService::id).toList());
        return ResponseEntity.ok(
                new PageDocument(
                        items.stream()
                                .map(service ->
                                        document(
                                                service,
                                                Objects.requireNonNull(inForce.get(service.id()))))
                                .toList(),
                        more ? String.valueOf(items.getLast().id().value()) : null));
    }

    private static ServiceDocument document(OfferedService service, Standard standard) {
        return new ServiceDocument(
                service.id().value(),
                service.code(),
                service.unit().value(),
                service.name().text(),
                service.name().english(),
                service.summary().text(),
                service.summary().english(),
                new StandardDocument(
                        standard.id().value(),
                        standard.version(),
                        standard.response().toSeconds(),
                        standard.solution().toSeconds(),
                        standard.fields().stream()
                                .map(field ->
                                        new FieldDocument(
                                                field.key(),
                                                field.label().text(),
                                                field.label().english(),
                                                field.kind().slug(),
                                                field.required(),
                                                field.options()))
                                .toList(),
                        standard.norms().stream().map(Name::text).toList(),
                        english(standard.norms()),
                        standard.duties().stream().map(Name::text).toList(),
                        english(standard.duties())));
    }

    private static List<String> english(List<Name> sentences) {
        return sentences.stream()
                .map(sentence -> Optional.ofNullable(sentence.english()).orElse(""))
                .toList();
    }
}
