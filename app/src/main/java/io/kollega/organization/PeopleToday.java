package io.kollega.organization;

import java.util.List;
import java.util.Map;

/**
 * Some people as they stand today, sorted by name.
 *
 * @param all those who were asked for, and those who belong to the unit
 * @param ofUnit those who belong to the unit itself
 */
public record PeopleToday(Map<PersonId, Person> all, List<Person> ofUnit) {}
