package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.catalog.OfferedService;
import io.kollega.catalog.ServiceId;
import io.kollega.organization.Organization;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Page;
import io.kollega.shell.Pages;
import io.kollega.tables.TableExport;
import io.kollega.tables.TableFormat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Lists of requests as files. Nothing people wrote to each other is in them but the subjects. */
@Controller
class RequestExport {
    private static final int AT_ONCE = 1000;
    private static final List<String> COLUMNS =
            List.of(
                    "number",
                    "kind",
                    "subject",
                    "client",
                    "client-unit",
                    "provider",
                    "service",
                    "state",
                    "specialist",
                    "submitted",
                    "due",
                    "changed");

    private final Lists lists;
    private final LineViews views;
    private final QueueScreen screen;
    private final Organization organization;
    private final Pages pages;

    RequestExport(
            Lists lists,
            LineViews views,
            QueueScreen screen,
            Organization organization,
            Pages pages) {
        this.lists = lists;
        this.views = views;
        this.screen = screen;
        this.organization = organization;
        this.pages = pages;
    }

    @Requires(Permission.WORK_QUEUE)
    @GetMapping("/queue/export.{format:csv|xlsx}")
    void queue(
            CurrentPerson person,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable Long unit,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String assignee,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean overdue,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        QueueQuery query =
                screen.unit(person, unit)
                        .map(shown -> new QueueQuery(shown, state, assignee, q, overdue))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        write(query.filter(person.id()), format, pages.page(request), response);
    }

    @Requires(Permission.ASK)
    @GetMapping("/requests/mine/export.{format:csv|xlsx}")
    void mine(
            CurrentPerson person,
            @PathVariable String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Filter filter =
                new Filter(
                        new Filter.Scope.Asked(person.id()),
                        Stage.ALL,
                        new Assignee.Anyone(),
                        "",
                        false);
        write(filter, format, pages.page(request), response);
    }

    private void write(Filter filter, String format, Page page, HttpServletResponse response)
            throws IOException {
        List<String> header =
                COLUMNS.stream().map(name -> page.t("requests.column." + name)).toList();
        TableFormat file = TableFormat.valueOf(format.toUpperCase(Locale.ROOT));
        try (TableExport table =
                TableExport.begin(
                        response,
                        file,
                        page.visitor().csv(),
                        page.t("requests.export.name"),
                        header)) {
            Optional<Cursor> after = Optional.empty();
            do {
                Lists.Slice slice = lists.page(filter, after, AT_ONCE);
                Naming names = views.names(slice.lines());
                Map<ServiceId, OfferedService> services = views.services(slice.lines());
                for (RequestLine line : slice.lines()) {
                    table.row(cells(line, names, services, page));
                }
                after = slice.next();
            } while (after.isPresent());
        }
    }

    private @Nullable Object[] cells(
            RequestLine line, Naming names, Map<ServiceId, OfferedService> services, Page page) {
        State state = line.state();
        OfferedService service = line.service() == null ? null : services.get(line.service());
        return Stream.<@Nullable Object>of(
                        line.id().value(),
                        page.t("requests.kind." + line.kind().slug()),
                        line.subject(),
                        names.person(line.client()),
                        names.unit(line.clientUnit(), page.locale()),
                        names.unit(line.unit(), page.locale()),
                        service == null ? null : service.name().in(page.locale()),
                        page.t("requests.state." + state.slug()),
                        state.specialist() == null ? null : names.person(state.specialist()),
                        local(line.submittedAt()),
                        line.running() ? local(line.due()) : null,
                        local(line.changedAt()))
                .toArray();
    }

    private LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, organization.zone()).withNano(0);
    }
}
