package io.kollega.organization;

import io.kollega.permissions.Requires;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The people who work here today, without private data. */
@RestController
class PeopleApi {
    private static final int MOST = 500;

    private final Organization organization;
    private final People people;

    PeopleApi(Organization organization, People people) {
        this.organization = organization;
        this.people = people;
    }

    record PersonDocument(
            long id, String code, String givenName, String familyName, long unit, boolean head) {
        static PersonDocument of(Person person) {
            return new PersonDocument(
                    person.id().value(),
                    person.code(),
                    person.givenName(),
                    person.familyName(),
                    person.unit().value(),
                    person.head());
        }
    }

    /** A page of the list, in the order of ids. */
    @Schema(name = "PersonPage")
    record PageDocument(
            List<PersonDocument> items,
            @Schema(description = "The cursor of the next page; null on the last")
                    @Nullable String next) {}

    /** Lists the people of a unit itself; without {@code unit}, of the company. */
    @GetMapping("/api/v1/people")
    @Requires
    PageDocument people(
            @RequestParam(required = false) @Nullable Long unit,
            @RequestParam(defaultValue = "0") long cursor,
            @RequestParam(defaultValue = "200") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        List<Person> rest = people.after(cursor, unit, organization.today(), size + 1);
        List<Person> shown = rest.subList(0, Math.min(size, rest.size()));
        return new PageDocument(
                shown.stream().map(PersonDocument::of).toList(),
                rest.size() > size ? Long.toString(shown.getLast().id().value()) : null);
    }
}
