package io.kollega.administration;

import io.kollega.organization.Person;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import java.util.List;
import java.util.Map;

/** People found by what was typed, with their units. */
record PeopleView(String q, List<Person> people, Map<UnitId, Unit> units) {}
