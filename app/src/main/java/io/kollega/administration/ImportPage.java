package io.kollega.administration;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.Roster;
import io.kollega.organization.RosterChange;
import io.kollega.organization.RosterFiles;
import io.kollega.organization.RosterFiles.Kind;
import io.kollega.organization.RosterFiles.RosterFile;
import io.kollega.organization.Rosters;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import io.kollega.tables.CellProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.view.RedirectView;

/** Brings in units and people from files: sent, looked at, then brought in as a whole or not. */
@Controller
@Requires(Permission.ADMINISTER)
class ImportPage {
    private static final int SHOWN = 50;

    private final Rosters rosters;
    private final RosterFiles files;

    ImportPage(Rosters rosters, RosterFiles files) {
        this.rosters = rosters;
        this.files = files;
    }

    @GetMapping("/administration/import")
    Rendered form() {
        return Rendered.of("administration/import", new ImportView("", List.of()));
    }

    @PostMapping("/administration/import")
    Object send(
            CurrentPerson person,
            @RequestParam Kind kind,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        String name =
                file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
        byte[] content = file == null ? new byte[0] : file.getBytes();
        return switch (read(kind, content)) {
            case Roster.Unsound(List<CellProblem> problems) ->
                    Rendered.refused("administration/import", new ImportView(name, problems));
            case Roster.OfUnits _, Roster.OfPeople _ ->
                    new RedirectView(
                            "/administration/import/"
                                    + files.keep(kind, name, content, person.id()));
        };
    }

    @GetMapping("/administration/import/{id}")
    Rendered preview(CurrentPerson person, @PathVariable long id) throws IOException {
        Optional<RosterFile> file = files.of(id, person.id());
        if (file.isEmpty()) {
            return UnitPage.unknown();
        }
        RosterFile it = file.get();
        return switch (read(it.kind(), it.content())) {
            case Roster.Unsound(List<CellProblem> problems) ->
                    Rendered.refused("administration/import", new ImportView(it.name(), problems));
            case Roster.OfUnits(var _, var changes, var writtenIn) ->
                    preview(it, changes, writtenIn);
            case Roster.OfPeople(var _, var changes, var writtenIn) ->
                    preview(it, changes, writtenIn);
        };
    }

    @PostMapping("/administration/import/{id}")
    Object bring(CurrentPerson person, @PathVariable long id) throws IOException {
        Optional<RosterFile> file = files.of(id, person.id());
        if (file.isEmpty()) {
            return UnitPage.unknown();
        }
        RosterFile it = file.get();
        switch (read(it.kind(), it.content())) {
            case Roster.Unsound(List<CellProblem> problems) -> {
                return Rendered.refused(
                        "administration/import", new ImportView(it.name(), problems));
            }
            case Roster.OfUnits units -> rosters.bring(units, person.id().value());
            case Roster.OfPeople people -> rosters.bring(people, person.id().value());
        }
        files.forget(id);
        return new RedirectView(
                it.kind() == Kind.UNITS
                        ? "/administration/units?done=administration.import.done"
                        : "/administration/import?done=administration.import.done");
    }

    private Roster read(Kind kind, byte[] content) throws IOException {
        return switch (kind) {
            case UNITS -> rosters.readUnits(new ByteArrayInputStream(content));
            case PEOPLE -> rosters.readPeople(new ByteArrayInputStream(content));
        };
    }

    private static Rendered preview(RosterFile file, List<RosterChange> changes, String writtenIn) {
        Map<RosterChange.What, Long> counts =
                changes.stream()
                        .collect(Collectors.groupingBy(RosterChange::what, Collectors.counting()));
        return Rendered.of(
                "administration/import-preview",
                new ImportPreviewView(
                        file.id(),
                        file.name(),
                        writtenIn,
                        counts,
                        changes.stream()
                                .filter(it -> it.what() != RosterChange.What.SAME)
                                .limit(SHOWN)
                                .toList()));
    }
}
