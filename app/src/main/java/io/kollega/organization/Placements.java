package io.kollega.organization;

import io.kollega.organization.Timeline.Span;
import io.kollega.organization.Timeline.Trait;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where people belong from day to day, by the code of the person. */
record Placements(Map<String, Timeline<Placements.Place>> people) {
    /** The code of the unit somebody belongs to, and whether they head it. */
    record Place(String unit, boolean head) {}

    /** Whom somebody heads goes with where they are: the two change as one. */
    private static final List<Trait<Place>> TRAITS =
            List.of(new Trait<>(place -> place, (_, wanted) -> wanted));

    Timeline<Place> person(String code) {
        return people.getOrDefault(code, Timeline.empty());
    }

    /**
     * With these people in their units. A unit has one head: who headed it before the one named
     * goes on as a member, and the one named does so from the day for which another is named
     * already.
     */
    Placements with(Collection<NewPerson> wanted) {
        Map<String, Timeline<Place>> all = new HashMap<>(people);
        for (NewPerson person : wanted) {
            all.put(
                    person.code(),
                    all.getOrDefault(person.code(), Timeline.empty())
                            .with(
                                    person.from(),
                                    new Place(person.unitCode(), person.head()),
                                    TRAITS));
        }
        Map<String, Set<String>> heads = heads(all);
        wanted.stream()
                .filter(NewPerson::head)
                .filter(person -> !person(person.code()).equals(all.get(person.code())))
                .sorted(Comparator.comparing(NewPerson::from))
                .forEach(person ->
                        heads.getOrDefault(person.unitCode(), Set.of()).stream()
                                .filter(other -> !other.equals(person.code()))
                                .forEach(other -> makeOneHead(all, person, other)));
        return new Placements(all);
    }

    private static Map<String, Set<String>> heads(Map<String, Timeline<Place>> all) {
        Map<String, Set<String>> heads = new HashMap<>();
        all.forEach((code, timeline) ->
                timeline.spans().stream()
                        .filter(span -> span.state().head())
                        .forEach(span ->
                                heads.computeIfAbsent(span.state().unit(), _ -> new HashSet<>())
                                        .add(code)));
        return heads;
    }

    private static void makeOneHead(
            Map<String, Timeline<Place>> all, NewPerson named, String other) {
        Place head = new Place(named.unitCode(), true);
        for (Span<Place> span : List.copyOf(timeline(all, other).spans())) {
            Timeline<Place> own = timeline(all, named.code());
            LocalDate end =
                    own.spans().stream()
                            .filter(it -> it.holdsOn(named.from()) && it.state().equals(head))
                            .map(Span::until)
                            .findFirst()
                            .orElse(named.from());
            if (!span.state().equals(head)
                    || !span.until().isAfter(named.from())
                    || !span.from().isBefore(end)) {
                continue;
            }
            if (span.from().isAfter(named.from())) {
                all.put(named.code(), own.changed(span.from(), end, Placements::member));
            } else {
                all.put(
                        other,
                        timeline(all, other)
                                .changed(named.from(), span.until(), Placements::member));
            }
        }
    }

    private static Timeline<Place> timeline(Map<String, Timeline<Place>> all, String code) {
        return all.getOrDefault(code, Timeline.empty());
    }

    private static Place member(Place place) {
        return new Place(place.unit(), false);
    }
}
