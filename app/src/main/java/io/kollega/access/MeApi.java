package io.kollega.access;

import io.kollega.organization.Organization;
import io.kollega.organization.Person;
import io.kollega.organization.Unit;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whose token this is. */
@RestController
class MeApi {
    private final Organization organization;

    MeApi(Organization organization) {
        this.organization = organization;
    }

    record Held(
            Permission permission,
            @Schema(description = "For which it is held; none when for the whole company")
                    List<Long> units) {}

    record Me(
            long id,
            String login,
            String code,
            String givenName,
            String familyName,
            long unit,
            String unitCode,
            List<Held> permissions) {}

    @GetMapping("/api/v1/me")
    @Requires
    Me me(CurrentPerson current) {
        Person person = organization.person(current.id()).orElseThrow();
        Unit unit = organization.unit(current.unit()).orElseThrow();
        Set<Permission> held = new TreeSet<>(current.company());
        held.addAll(current.units().keySet());
        return new Me(
                current.id().value(),
                current.login(),
                person.code(),
                person.givenName(),
                person.familyName(),
                unit.id().value(),
                unit.code(),
                held.stream().map(permission -> held(current, permission)).toList());
    }

    private static Held held(CurrentPerson current, Permission permission) {
        return new Held(
                permission,
                current.unitsWith(permission).stream().sorted().map(unit -> unit.value()).toList());
    }
}
