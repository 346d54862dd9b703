package io.kollega.insights;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kollega.organization.Organization;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Problem;
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

    private final Publications publications;
    private final Organization organization;

    FiguresApi(Publications publications, Organization organization) {
        this.publications = publications;
        this.organization = organization;
    }

    /**
     * A figure, published or withheld, and of what it is.
     *
     * @param client who asks; null for all
     * @param provider who serves; null for all
     * @param from the first month counted
     * @param to the last month counted
     * @param below the probability that the true figure lies below the company's
     * @param withheld the reason; then there is no figure
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            @Nullable Long client,
            @Nullable Long provider,
            @Nullable String from,
            @Nullable String to,
            @Nullable Long n,
            @Nullable Long raters,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double below,
            @Nullable String withheld) {

        static Shown of(
                @Nullable UnitId client,
                @Nullable UnitId provider,
                @Nullable YearMonth from,
                @Nullable YearMonth to,
                Figure figure) {
            Long asks = client == null ? null : client.value();
            Long serves = provider == null ? null : provider.value();
            String first = from == null ? null : from.toString();
            String last = to == null ? null : to.toString();
            return switch (figure) {
                case Figure.Published shown ->
                        new Shown(
                                asks,
                                serves,
                                first,
                                last,
                                shown.n(),
                                shown.raters(),
                                shown.value(),
                                shown.low(),
                                shown.high(),
                                shown.comparison() == null ? null : shown.comparison().below(),
                                null);
                case Figure.Withheld(var reason) ->
                        new Shown(
                                asks,
                                serves,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                reason.sentence());
            };
        }

        static Shown of(Figure figure) {
            return of(null, null, null, null, figure);
        }
    }

    record Matrix(String measure, Shown company, List<Shown> cells) {}

    record Series(
            String measure,
            @Nullable Long unit,
            @Nullable String side,
            Shown figure,
            List<Shown> points) {}

    @GetMapping("/matrix")
    ResponseEntity<Object> matrix(
            @RequestParam(defaultValue = "nps") String measure,
            @RequestParam @Nullable YearMonth from,
            @RequestParam @Nullable YearMonth to) {
        Optional<Measure> wanted = Measure.named(measure);
        if (wanted.isEmpty()) {
            return Problem.INVALID.answer(MEASURES);
        }
        if (backwards(from, to)) {
            return Problem.INVALID.answer("from must not be after to.");
        }
        UnitMatrix matrix = publications.matrix(wanted.get(), new Period(from, to));
        return ResponseEntity.ok(
                new Matrix(
                        measure,
                        Shown.of(matrix.company()),
                        matrix.cells().stream()
                                .map(cell ->
                                        Shown.of(
                                                cell.client(),
                                                cell.provider(),
                                                cell.from(),
                                                cell.to(),
                                                cell.figure()))
                                .toList()));
    }

    @GetMapping("/{measure}")
    ResponseEntity<Object> series(
            @PathVariable String measure,
            @RequestParam @Nullable Long unit,
            @RequestParam(defaultValue = "provider") String side,
            @RequestParam @Nullable YearMonth from,
            @RequestParam @Nullable YearMonth to) {
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
        if (unit != null && organization.unit(new UnitId(unit)).isEmpty()) {
            return Problem.NOT_FOUND.answer("There is no unit " + unit + ".");
        }
        Subject subject = subject(unit, side);
        Period period = new Period(from, to);
        return ResponseEntity.ok(
                new Series(
                        measure,
                        unit,
                        unit == null ? null : side,
                        Shown.of(publications.figure(wanted.get(), subject, period)),
                        publications.series(wanted.get(), subject, period).stream()
                                .map(point ->
                                        Shown.of(
                                                null,
                                                null,
                                                point.from(),
                                                point.to(),
                                                point.figure()))
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
