package io.kollega.insights;

import io.kollega.organization.Organization;
import io.kollega.organization.UnitId;
import io.kollega.organization.UnitsToday;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Problem;
import io.kollega.shell.ValuesOf;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Published figures for programs. */
@RestController
@RequestMapping("/api/v1/figures")
@Requires({Permission.ASK, Permission.ANALYSE, Permission.RUN_UNIT})
class FiguresApi {
    private static final String MEASURES =
            "measure must be one of "
                    + Arrays.stream(Measure.values())
                            .map(Measure::slug)
                            .collect(Collectors.joining(", "))
                    + ".";

    private static final String TODAY = "today";
    private static final String THEN = "then";
    private static final List<String> STRUCTURES = List.of(TODAY, THEN);
    private static final String STRUCTURES_ONLY = "structure must be today or then.";
    private static final String STRUCTURE =
            "Of units that were merged into others: with those that have gone on with their"
                    + " history, or as they were then";

    private final Publications publications;
    private final Organization organization;

    FiguresApi(Publications publications, Organization organization) {
        this.publications = publications;
        this.organization = organization;
    }

    /** The company's own figure, and one of every pair of units with answers. */
    record Matrix(
            @ValuesOf(Measure.class) String measure,
            FigureDocument company,
            List<FigureDocument.Cell> cells) {}

    /** One figure over the whole time, and how it came about. */
    record Series(
            @ValuesOf(Measure.class) String measure,
            @Schema(description = "Null for the company") @Nullable Long unit,
            @Schema(
                            description = "As what the unit is seen; null for the company",
                            allowableValues = {"provider", "client"})
                    @Nullable String side,
            FigureDocument figure,
            @Schema(description = "In the order of time") List<FigureDocument.Point> points) {}

    @GetMapping("/matrix")
    @ApiResponse(
            responseCode = "200",
            description = "Unit against unit",
            content = @Content(schema = @Schema(implementation = Matrix.class)))
    ResponseEntity<Object> matrix(
            @RequestParam(defaultValue = "nps") String measure,
            @RequestParam @Nullable YearMonth from,
            @RequestParam @Nullable YearMonth to,
            @Parameter(description = STRUCTURE, schema = @Schema(allowableValues = {TODAY, THEN}))
                    @RequestParam(defaultValue = TODAY)
                    String structure) {
        Optional<Measure> wanted = Measure.named(measure);
        if (wanted.isEmpty()) {
            return Problem.INVALID.answer(MEASURES);
        }
        if (backwards(from, to)) {
            return Problem.INVALID.answer("from must not be after to.");
        }
        if (!STRUCTURES.contains(structure)) {
            return Problem.INVALID.answer(STRUCTURES_ONLY);
        }
        UnitMatrix matrix =
                publications
                        .edition(Structure.of(organization.unitsToday(), structure.equals(THEN)))
                        .matrix(wanted.get(), new Period(from, to));
        return ResponseEntity.ok(
                new Matrix(
                        measure,
                        FigureDocument.of(matrix.company()),
                        matrix.cells().stream().map(FigureDocument.Cell::of).toList()));
    }

    @GetMapping("/{measure}")
    @ApiResponse(
            responseCode = "200",
            description = "A figure and its course",
            content = @Content(schema = @Schema(implementation = Series.class)))
    ResponseEntity<Object> series(
            @PathVariable String measure,
            @RequestParam @Nullable Long unit,
            @RequestParam(defaultValue = "provider") String side,
            @RequestParam @Nullable YearMonth from,
            @RequestParam @Nullable YearMonth to,
            @Parameter(description = STRUCTURE, schema = @Schema(allowableValues = {TODAY, THEN}))
                    @RequestParam(defaultValue = TODAY)
                    String structure) {
        Optional<Measure> wanted = Measure.named(measure);
        if (wanted.isEmpty()) {
            return Problem.NOT_FOUND.answer(MEASURES);
        }
        if (backwards(from, to)) {
            return Problem.INVALID.answer("from must not be after to.");
        }
        if (!side.equals("provider") && !side.equals("client")) {
            return Problem.INVALID.answer("side must be provider or client.");
        }
        if (!STRUCTURES.contains(structure)) {
            return Problem.INVALID.answer(STRUCTURES_ONLY);
        }
        UnitsToday units = organization.unitsToday();
        if (unit != null && !units.ever().containsKey(new UnitId(unit))) {
            return Problem.NOT_FOUND.answer("There is no unit " + unit + ".");
        }
        Subject subject = subject(unit, side);
        Period period = new Period(from, to);
        boolean then = structure.equals(THEN);
        Publications.Edition edition =
                publications.edition(
                        unit == null
                                ? Structure.of(units, then)
                                : UnitViews.structure(units, new UnitId(unit), then));
        return ResponseEntity.ok(
                new Series(
                        measure,
                        unit,
                        unit == null ? null : side,
                        FigureDocument.of(edition.figure(wanted.get(), subject, period)),
                        edition.series(wanted.get(), subject, period).stream()
                                .map(FigureDocument.Point::of)
                                .toList()));
    }

    private static Subject subject(@Nullable Long unit, String side) {
        if (unit == null) {
            return new Subject.Company();
        }
        return side.equals("client")
                ? new Subject.Client(new UnitId(unit))
                : new Subject.Provider(new UnitId(unit));
    }

    private static boolean backwards(@Nullable YearMonth from, @Nullable YearMonth to) {
        return from != null && to != null && from.isAfter(to);
    }
}
