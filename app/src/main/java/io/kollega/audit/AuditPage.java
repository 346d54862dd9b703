package io.kollega.audit;

import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Days;
import io.kollega.shell.Door;
import io.kollega.shell.NavEntry;
import io.kollega.shell.Rendered;
import io.kollega.shell.Visitor;
import io.kollega.shell.Visitors;
import io.kollega.tables.TableExport;
import io.kollega.tables.TableFormat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The trail for the auditor: filtered, page by page, or as a file. */
@Controller
@Requires(Permission.READ_AUDIT)
class AuditPage {
    private static final String PATH = "/administration/audit";
    private static final int SHOWN = 100;
    private static final int AT_ONCE = 2000;

    private final Trail trail;
    private final Visitors visitors;

    AuditPage(Trail trail, Visitors visitors) {
        this.trail = trail;
        this.visitors = visitors;
    }

    @Bean
    static NavEntry auditEntry() {
        return new NavEntry(
                Door.ADMINISTRATION, 90, "audit.trail", PATH, Set.of(Permission.READ_AUDIT));
    }

    @GetMapping(PATH)
    Rendered trail(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String deed,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable Long before,
            HttpServletRequest request) {
        LocalDate first = Days.read(from).orElse(null);
        LocalDate last = Days.read(to).orElse(null);
        AuditFilter filter = new AuditFilter(who, deed, subject, first, last);
        if (first == null && !from.isBlank() || last == null && !to.isBlank()) {
            return Rendered.refused(
                    "audit/trail",
                    new AuditView(
                            filter,
                            List.of(),
                            Map.of(),
                            Map.of(),
                            null,
                            null,
                            filter.address(PATH + ".csv", null),
                            filter.address(PATH + ".xlsx", null),
                            "audit.day-needed"));
        }
        List<AuditLine> found = trail.lines(filter, visitors.of(request).zone(), before, SHOWN + 1);
        List<AuditLine> shown = found.subList(0, Math.min(SHOWN, found.size()));
        return Rendered.of(
                "audit/trail",
                new AuditView(
                        filter,
                        shown,
                        trail.names(shown),
                        trail.units(shown, visitors.of(request).locale()),
                        before == null ? null : filter.address(PATH, null),
                        found.size() > SHOWN ? filter.address(PATH, shown.getLast().id()) : null,
                        filter.address(PATH + ".csv", null),
                        filter.address(PATH + ".xlsx", null),
                        null));
    }

    @GetMapping(PATH + ".csv")
    void csv(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String deed,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        write(new AuditFilter(who, deed, subject, from, to), TableFormat.CSV, request, response);
    }

    @GetMapping(PATH + ".xlsx")
    void xlsx(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String deed,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        write(new AuditFilter(who, deed, subject, from, to), TableFormat.XLSX, request, response);
    }

    /** All lines under the filter, some thousands at a time, so that no file is held in memory. */
    private void write(
            AuditFilter filter,
            TableFormat format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Visitor visitor = visitors.of(request);
        ZoneId zone = visitor.zone();
        try (TableExport table =
                TableExport.begin(
                        response,
                        format,
                        visitor.csv(),
                        "audit",
                        List.of("line", "at", "actor", "name", "deed", "subject", "details"))) {
            Long before = null;
            List<AuditLine> lines;
            do {
                lines = trail.lines(filter, zone, before, AT_ONCE);
                Map<Long, String> names = trail.names(lines);
                for (AuditLine line : lines) {
                    table.row(
                            line.id(),
                            when(line, zone),
                            line.actor(),
                            names.get(line.actor()),
                            line.deed(),
                            line.subject(),
                            line.words());
                }
                before = lines.isEmpty() ? null : lines.getLast().id();
            } while (lines.size() == AT_ONCE);
        }
    }

    private static Object when(AuditLine line, ZoneId zone) {
        LocalDateTime at = LocalDateTime.ofInstant(line.at(), zone);
        return line.wholeDay() ? at.toLocalDate() : at.truncatedTo(ChronoUnit.SECONDS);
    }
}
