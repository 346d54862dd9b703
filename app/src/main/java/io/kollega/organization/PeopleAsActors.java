package io.kollega.organization;

import io.kollega.audit.Actors;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Names people and units in the audit trail. */
@Component
final class PeopleAsActors implements Actors {
    private static final int MOST = 100;

    private final Organization organization;

    PeopleAsActors(Organization organization) {
        this.organization = organization;
    }

    @Override
    public Map<Long, String> names(Collection<Long> ids) {
        return organization.people(ids.stream().map(PersonId::new).toList()).values().stream()
                .collect(Collectors.toMap(it -> it.id().value(), Person::fullName));
    }

    @Override
    public Map<Long, String> units(Collection<Long> ids, Locale locale) {
        Map<UnitId, Unit> all = organization.everyUnit();
        return ids.stream()
                .map(UnitId::new)
                .filter(all::containsKey)
                .collect(
                        Collectors.toMap(
                                UnitId::value,
                                id -> Objects.requireNonNull(all.get(id)).name().in(locale)));
    }

    @Override
    public Set<Long> find(String typed) {
        List<Person> meant =
                switch (organization.choose(typed)) {
                    case PersonChoice.One(Person person) -> List.of(person);
                    case PersonChoice.Nobody() -> organization.search(typed, MOST);
                    case PersonChoice.Several(var people) -> people;
                };
        return meant.stream().map(it -> it.id().value()).collect(Collectors.toSet());
    }
}
