package io.kollega.insights;

import io.kollega.organization.Organization;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import io.kollega.organization.UnitsToday;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Page;
import io.kollega.shell.Pages;
import io.kollega.tables.TableExport;
import io.kollega.tables.TableFormat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The tables of figures as files: a row for each pair of units, published or withheld. */
@Controller
@Requires({Permission.ASK, Permission.ANALYSE, Permission.RUN_UNIT})
class FigureFiles {
    private static final List<String> HEADER =
            List.of(
                    "insights.file.client",
                    "insights.file.provider",
                    "insights.file.measure",
                    "insights.file.value",
                    "insights.file.low",
                    "insights.file.high",
                    "insights.answers",
                    "insights.file.raters",
                    "insights.file.fair",
                    "insights.file.below",
                    "insights.file.withheld",
                    "insights.period");

    private final Publications publications;
    private final Organization organization;
    private final Pages pages;

    FigureFiles(Publications publications, Organization organization, Pages pages) {
        this.publications = publications;
        this.organization = organization;
        this.pages = pages;
    }

    @GetMapping("/figures/matrix.{ending:csv|xlsx}")
    void matrix(
            @PathVariable String ending,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        MatrixQuery query = MatrixQuery.of(parameters);
        Period period = query.period(YearMonth.from(organization.today()));
        String name = "kollega-matrix-" + query.measure().slug();
        write(
                ending,
                name,
                period,
                Stream.of(
                        publications
                                .edition(Structure.of(organization.unitsToday(), query.then()))
                                .matrix(query.measure(), period)),
                _ -> true,
                request,
                response);
    }

    @GetMapping("/figures/units/{id:\\d+}.{ending:csv|xlsx}")
    void unit(
            @PathVariable long id,
            @PathVariable String ending,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        UnitId unit = new UnitId(id);
        UnitsToday units = organization.unitsToday();
        Period period =
                MatrixQuery.latest(
                        MatrixQuery.months(parameters.get("months")),
                        YearMonth.from(organization.today()));
        Publications.Edition edition =
                publications.edition(
                        UnitViews.structure(units, unit, MatrixQuery.then(parameters)));
        write(
                ending,
                "kollega-unit-" + id,
                period,
                Stream.of(Measure.values()).map(measure -> edition.matrix(measure, period)),
                cell -> cell.client().equals(unit) || cell.provider().equals(unit),
                request,
                response);
    }

    private void write(
            String ending,
            String name,
            Period period,
            Stream<UnitMatrix> matrices,
            Predicate<UnitMatrix.Cell> wanted,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Page page = pages.page(request);
        Map<UnitId, Unit> units = organization.everyUnit();
        TableFormat format = ending.equals("csv") ? TableFormat.CSV : TableFormat.XLSX;
        List<String> header = HEADER.stream().map(key -> page.t(key)).toList();
        try (TableExport file =
                TableExport.begin(response, format, page.visitor().csv(), name, header)) {
            for (UnitMatrix matrix : matrices.toList()) {
                for (UnitMatrix.Cell cell : matrix.cells()) {
                    if (wanted.test(cell)) {
                        row(
                                file,
                                page,
                                units,
                                matrix,
                                cell,
                                page.months(period.from(), period.to()));
                    }
                }
            }
        }
    }

    private static void row(
            TableExport file,
            Page page,
            Map<UnitId, Unit> units,
            UnitMatrix matrix,
            UnitMatrix.Cell cell,
            String period)
            throws IOException {
        String client = MatrixViews.name(units, cell.client()).in(page.locale());
        String provider = MatrixViews.name(units, cell.provider()).in(page.locale());
        String measure = Words.measure(page, matrix.measure());
        switch (cell.figure()) {
            case Figure.Published shown -> {
                Optional<Fairness.Fair> fair = matrix.fair(cell.client(), cell.provider());
                file.row(
                        client,
                        provider,
                        measure,
                        Words.cell(page, matrix.measure(), shown),
                        Words.rounded(matrix.measure(), shown.low()),
                        Words.rounded(matrix.measure(), shown.high()),
                        shown.n(),
                        shown.raters(),
                        fair.map(it -> Words.rounded(matrix.measure(), it.value())).orElse(null),
                        shown.comparison() == null
                                ? null
                                : Words.hundredths(shown.comparison().below()),
                        null,
                        period);
            }
            case Figure.Withheld(var reason) ->
                    file.row(
                            client,
                            provider,
                            measure,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            Words.withheld(page, matrix.measure(), reason),
                            period);
        }
    }
}
