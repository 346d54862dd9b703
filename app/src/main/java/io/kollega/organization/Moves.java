package io.kollega.organization;

import io.kollega.organization.Placements.Place;
import io.kollega.organization.Timeline.Span;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who leaves a unit, or the head's place of one, by a change of who belongs where. */
record Moves(
        Placements before,
        Placements after,
        Map<String, UnitId> units,
        Map<String, PersonId> people) {

    /** By what is said of themselves, and by others being named heads in their place. */
    Set<PersonMoved> of(Collection<NewPerson> named, Set<String> changed) {
        Set<PersonMoved> moves = new LinkedHashSet<>();
        Map<String, List<NewPerson>> heads =
                named.stream()
                        .filter(NewPerson::head)
                        .collect(Collectors.groupingBy(NewPerson::unitCode));
        named.forEach(person -> on(person.code(), person.from()).ifPresent(moves::add));
        for (String code : changed) {
            before.person(code).spans().stream()
                    .map(Span::state)
                    .filter(Place::head)
                    .flatMap(place -> heads.getOrDefault(place.unit(), List.of()).stream())
                    .filter(head -> !head.code().equals(code))
                    .forEach(head -> on(code, head.from()).ifPresent(moves::add));
        }
        return moves;
    }

    private Optional<PersonMoved> on(String code, LocalDate day) {
        Optional<Place> was = before.person(code).on(day);
        Optional<Place> is = after.person(code).on(day);
        if (was.isEmpty() || is.isEmpty() || !leaves(was.get(), is.get())) {
            return Optional.empty();
        }
        return Optional.of(
                new PersonMoved(
                        Objects.requireNonNull(people.get(code)),
                        Objects.requireNonNull(units.get(was.get().unit())),
                        Objects.requireNonNull(units.get(is.get().unit())),
                        day));
    }

    private static boolean leaves(Place was, Place is) {
        return !was.unit().equals(is.unit()) || was.head() && !is.head();
    }
}
