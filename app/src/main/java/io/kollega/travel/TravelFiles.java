package io.kollega.travel;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.Organization;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Page;
import io.kollega.shell.Pages;
import io.kollega.tables.TableExport;
import io.kollega.tables.TableFormat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The tables of the page as files. */
@Controller
@Requires(Permission.ASK)
class TravelFiles {
    private final TravelQueries queries;
    private final Organization organization;
    private final Pages pages;

    TravelFiles(TravelQueries queries, Organization organization, Pages pages) {
        this.queries = queries;
        this.organization = organization;
        this.pages = pages;
    }

    @GetMapping("/figures/travel/{table:flows|units|waiting|balance}.{format:csv|xlsx}")
    void download(
            CurrentPerson person,
            @PathVariable String table,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "units") String level,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        TravelPage.Months months = TravelPage.Months.of(from, to);
        TravelFigures figures =
                queries.answer(
                        new TravelQuestion(
                                months.from(), months.to(), TravelQuestion.Level.of(level)));
        Page page = pages.page(request);
        Names names =
                new Names(page, organization.everyUnit(), page.months(months.from(), months.to()));
        List<String> columns =
                switch (table) {
                    case "flows" ->
                            List.of("from", "to", "handovers", "requests", "came-back", "period");
                    case "balance" -> List.of("unit", "exported-hours", "imported-hours", "period");
                    case "waiting" ->
                            List.of("unit", "requests", "waited", "median-hours", "period");
                    default -> List.of("unit", "requests", "open-hours", "closed-hours", "period");
                };
        try (TableExport export =
                TableExport.begin(
                        response,
                        format.equals("xlsx") ? TableFormat.XLSX : TableFormat.CSV,
                        page.visitor().csv(),
                        page.t("travel.table." + table),
                        columns.stream().map(key -> page.t("travel.column." + key)).toList())) {
            switch (table) {
                case "flows" -> flows(export, figures, names);
                case "balance" -> balances(export, figures, names);
                case "waiting" -> waiting(export, figures, names);
                default -> units(export, figures, names);
            }
        }
    }

    private record Names(Page page, Map<UnitId, Unit> units, String period) {
        String of(long id) {
            Unit unit = units.get(new UnitId(id));
            return unit == null ? "№ " + id : unit.name().in(page.locale());
        }
    }

    private static void flows(TableExport export, TravelFigures figures, Names names)
            throws IOException {
        for (TravelFigures.Flow flow : figures.flows().rows()) {
            export.row(
                    names.of(flow.from()),
                    names.of(flow.to()),
                    flow.handovers(),
                    flow.requests(),
                    told(flow.returned(), flow.cameBack()),
                    names.period());
        }
    }

    /** Where few went alike no number is told, but what the page says. */
    private static Object told(Told told, long counted) {
        return switch (told) {
            case EXACTLY -> counted;
            case NEARLY_ALL -> "≥ 90%";
            case HARDLY_ANY -> "≤ 10%";
        };
    }

    private static Object hours(Usual usual, Page page) {
        BigDecimal hours = hours(usual.seconds());
        return switch (usual.precision()) {
            case EXACT -> hours;
            case AT_MOST -> String.format(page.locale(), "≤ %.1f", hours);
            case AT_LEAST -> String.format(page.locale(), "≥ %.1f", hours);
        };
    }

    private static @Nullable BigDecimal hoursOrNothing(@Nullable Long seconds) {
        return seconds == null ? null : hours(seconds);
    }

    /** To a tenth: people plan with hours, and spreadsheets reckon with numbers. */
    private static BigDecimal hours(double seconds) {
        return BigDecimal.valueOf(seconds / 3600).setScale(1, RoundingMode.HALF_UP);
    }

    private static void waiting(TableExport export, TravelFigures figures, Names names)
            throws IOException {
        for (TravelFigures.Waiting unit : figures.waiting().rows()) {
            export.row(
                    names.of(unit.unit()),
                    unit.requests(),
                    told(unit.share(), unit.waited()),
                    hours(unit.usual(), names.page()),
                    names.period());
        }
    }

    private static void units(TableExport export, TravelFigures figures, Names names)
            throws IOException {
        for (TravelFigures.UnitTime unit : figures.times().rows()) {
            export.row(
                    names.of(unit.unit()),
                    unit.requests(),
                    hours(unit.open()),
                    hours(unit.closed()),
                    names.period());
        }
    }

    private static void balances(TableExport export, TravelFigures figures, Names names)
            throws IOException {
        for (TravelFigures.Balance unit : figures.balances().rows()) {
            export.row(
                    names.of(unit.unit()),
                    hoursOrNothing(unit.exported()),
                    hoursOrNothing(unit.imported()),
                    names.period());
        }
    }
}
