package io.kollega.catalog;

import io.kollega.organization.Unit;
import java.util.List;

/** What the units that one runs offer. */
record OwnServicesView(List<UnitOffers> units) {
    /**
     * One unit.
     *
     * @param usual the standard of whoever is just asked
     */
    record UnitOffers(Unit unit, Standard usual, List<OwnService> services) {}
}
