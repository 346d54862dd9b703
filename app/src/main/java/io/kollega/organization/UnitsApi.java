package io.kollega.organization;

import io.kollega.permissions.Requires;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The units that exist today. */
@RestController
class UnitsApi {
    private static final int MOST = 500;

    private final Organization organization;

    UnitsApi(Organization organization) {
        this.organization = organization;
    }

    record UnitDocument(
            long id, String code, String name, @Nullable String english, @Nullable Long parent) {
        static UnitDocument of(Unit unit) {
            UnitId parent = unit.parent();
            return new UnitDocument(
                    unit.id().value(),
                    unit.code(),
                    unit.name().text(),
                    unit.name().english(),
                    parent == null ? null : parent.value());
        }
    }

    /** A page of the list, in the order of ids. */
    @Schema(name = "UnitPage")
    record PageDocument(
            List<UnitDocument> items,
            @Schema(description = "The cursor of the next page; null on the last")
                    @Nullable String next) {}

    @GetMapping("/api/v1/units")
    @Requires
    PageDocument units(
            @RequestParam(defaultValue = "0") long cursor,
            @RequestParam(defaultValue = "200") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        List<UnitDocument> rest =
                organization.units(organization.today()).stream()
                        .map(UnitDocument::of)
                        .filter(unit -> unit.id() > cursor)
                        .sorted(Comparator.comparing(UnitDocument::id))
                        .limit(size + 1L)
                        .toList();
        List<UnitDocument> shown = rest.subList(0, Math.min(size, rest.size()));
        return new PageDocument(
                shown, rest.size() > size ? Long.toString(shown.getLast().id()) : null);
    }
}
