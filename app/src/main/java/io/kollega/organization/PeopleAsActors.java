package io.kollega.organization;

import io.kollega.audit.Actors;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Names people in the audit trail. */
@Component
final class PeopleAsActors implements Actors {
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
    public Optional<Long> find(String typed) {
        return switch (organization.choose(typed)) {
            case PersonChoice.One(Person person) -> Optional.of(person.id().value());
            case PersonChoice.Nobody() -> Optional.empty();
            case PersonChoice.Several(var people) -> Optional.of(people.getFirst().id().value());
        };
    }
}
