package io.kollega.requests;

import io.kollega.catalog.Catalog;
import io.kollega.catalog.OfferedService;
import io.kollega.catalog.ServiceId;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import io.kollega.promises.Deadlines;
import io.kollega.promises.Promises;
import io.kollega.promises.WorkId;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Adds to the lines of a list what other modules know: names, services, where promises stand. */
@Component
final class LineViews {
    private final Promises promises;
    private final Organization organization;
    private final Catalog catalog;
    private final Clock clock;

    LineViews(Promises promises, Organization organization, Catalog catalog, Clock clock) {
        this.promises = promises;
        this.organization = organization;
        this.catalog = catalog;
        this.clock = clock;
    }

    List<LineView> of(List<RequestLine> lines) {
        Map<WorkId, Deadlines> deadlines =
                lines.isEmpty()
                        ? Map.of()
                        : promises.deadlines(
                                lines.stream().map(RequestLine::work).toList(), clock.instant());
        return lines.stream()
                .map(line -> new LineView(line, Badge.of(line.state(), deadlines.get(line.work()))))
                .toList();
    }

    Naming names(Collection<RequestLine> lines) {
        Set<PersonId> people = people(lines);
        return new Naming(
                people.isEmpty() ? Map.of() : organization.people(people),
                organization.everyUnit());
    }

    /** Those whose names the lines show. */
    static Set<PersonId> people(Collection<RequestLine> lines) {
        Set<PersonId> people = new HashSet<>();
        for (RequestLine line : lines) {
            people.add(line.client());
            if (line.state().specialist() != null) {
                people.add(line.state().specialist());
            }
        }
        return people;
    }

    Map<ServiceId, OfferedService> services(Collection<RequestLine> lines) {
        return catalog.services(
                lines.stream()
                        .map(RequestLine::service)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }
}
