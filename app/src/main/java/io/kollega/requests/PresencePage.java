package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.Organization;
import io.kollega.organization.Person;
import io.kollega.organization.PersonId;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.requests.events.RequestId;
import io.kollega.shell.Rendered;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The heartbeat of an open page: says who else is there, and whether something has happened. */
@Controller
@Requires({Permission.ASK, Permission.WORK_QUEUE})
class PresencePage {
    private final RequestRows rows;
    private final Entries entries;
    private final Presence presence;
    private final Organization organization;

    PresencePage(RequestRows rows, Entries entries, Presence presence, Organization organization) {
        this.rows = rows;
        this.entries = entries;
        this.presence = presence;
        this.organization = organization;
    }

    /**
     * @param news how many entries have come since the page was read
     */
    record PresenceView(long request, List<String> others, int news) {}

    @PostMapping("/requests/{id:\\d+}/presence")
    Rendered beat(CurrentPerson person, @PathVariable long id, @RequestParam int version) {
        RequestId request = new RequestId(id);
        Seen seen =
                rows.find(request, person)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        presence.beat(request, person.id());
        List<PersonId> others = presence.others(request, person.id());
        Map<PersonId, Person> people = others.isEmpty() ? Map.of() : organization.people(others);
        int news =
                seen.request().version() == version
                        ? 0
                        : entries.of(request, seen.side(), version).size();
        return Rendered.of(
                "requests/presence",
                new PresenceView(
                        id,
                        others.stream()
                                .map(people::get)
                                .filter(Objects::nonNull)
                                .map(Person::fullName)
                                .toList(),
                        news));
    }
}
