package io.kollega.catalog;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.Organization;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Permission;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The units that a person runs, for controllers. */
@Component
class OwnUnits {
    private final Organization organization;

    OwnUnits(Organization organization) {
        this.organization = organization;
    }

    /** The unit, if the person runs it; what others run is answered as if it were not there. */
    Unit unit(CurrentPerson person, long id) {
        return organization
                .unit(new UnitId(id))
                .filter(unit -> person.may(Permission.RUN_UNIT, unit.id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
