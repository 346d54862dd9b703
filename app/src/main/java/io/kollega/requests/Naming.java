package io.kollega.requests;

import io.kollega.organization.Person;
import io.kollega.organization.PersonId;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of the people and units that a screen shows. */
record Naming(Map<PersonId, Person> people, Map<UnitId, Unit> units) {

    /** The full name, or the number of somebody who is not known any more. */
    String person(PersonId id) {
        Person person = people.get(id);
        return person == null ? "#" + id.value() : person.fullName();
    }

    String initials(PersonId id) {
        Person person = people.get(id);
        return person == null ? "?" : person.initials();
    }

    /** The name of a unit; empty for none. */
    String unit(@Nullable UnitId id, Locale locale) {
        Unit unit = id == null ? null : units.get(id);
        return unit == null ? "" : unit.name().in(locale);
    }
}
