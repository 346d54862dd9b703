package io.kollega.demo;

import io.kollega.organization.PersonId;
import java.time.LocalDate;

/**
 * One of the company, with what nobody sees of them but their ratings show.
 *
 * @param asking how often they turn to others, relative to their colleagues
 * @param rating chance that they rate what was done for them, 0 to 1
 * @param severity points that they take off every score
 * @param skill points by which their own work is better than that of their unit
 * @param pace by which the time is multiplied that their work takes
 */
record Colleague(
        PersonId id,
        Hired hired,
        double asking,
        double rating,
        double severity,
        double skill,
        double pace) {

    static Colleague of(PersonId id, Hired hired, Chance chance) {
        boolean client = hired.login().equals(Cast.CLIENT.login());
        return new Colleague(
                id,
                hired,
                client ? 4 : chance.around(1, 0.9),
                client ? 0.8 : Math.clamp(chance.normal(0.5, 0.2), 0.05, 0.95),
                chance.normal(0, 0.6),
                chance.normal(0, 0.3),
                chance.around(1, 0.12));
    }

    boolean woman() {
        return hired.woman();
    }

    /** The unit on a day; of who was not hired yet, the first. */
    String unit(LocalDate day) {
        String unit = hired.stints().getFirst().unit();
        for (Hired.Stint stint : hired.stints()) {
            if (!stint.from().isAfter(day)) {
                unit = stint.unit();
            }
        }
        return unit;
    }

    boolean belongs(String unit, LocalDate day) {
        return hired.here(day) && unit(day).equals(unit);
    }
}
