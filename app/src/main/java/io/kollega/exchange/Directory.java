package io.kollega.exchange;

import io.kollega.organization.Name;
import io.kollega.organization.NewPerson;
import io.kollega.organization.NewUnit;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The units and people that a log names. A unit that the company has under this code is that unit;
 * every other is made under one top unit that bears the name of the source. People are made apart
 * from the company's own, because a first name in a log does not say who it is.
 */
final class Directory {
    private final String source;
    private final UnitId top;
    private final Map<String, UnitId> units = new HashMap<>();
    private final Map<String, PersonId> people = new HashMap<>();
    private final Map<UnitId, PersonId> unnamedClients = new HashMap<>();

    private Directory(String source, UnitId top) {
        this.source = source;
        this.top = top;
    }

    /** Makes what is not there yet. */
    static Directory of(
            Organization organization, StagedEvents events, String source, LocalDate since)
            throws SQLException {
        String topCode = "log:" + source;
        Map<String, @Nullable String> parents = parents(events);
        Map<String, UnitId> known = new HashMap<>();
        for (Unit unit : organization.everyUnit().values()) {
            known.put(unit.code(), unit.id());
        }
        List<NewUnit> missing = new ArrayList<>();
        if (!known.containsKey(topCode)) {
            missing.add(new NewUnit(topCode, Name.of(source), null, since));
        }
        for (Map.Entry<String, @Nullable String> entry : parents.entrySet()) {
            if (!known.containsKey(entry.getKey())) {
                String parent = entry.getValue() == null ? topCode : entry.getValue();
                missing.add(new NewUnit(entry.getKey(), Name.of(entry.getKey()), parent, since));
            }
        }
        known.putAll(organization.bringUnits(missing));
        Directory directory =
                new Directory(source, Objects.requireNonNull(known.get(topCode), topCode));
        parents.keySet()
                .forEach(
                        code -> directory.units.put(code, Objects.requireNonNull(known.get(code))));
        directory.bringPeople(organization, events, since, topCode);
        return directory;
    }

    UnitId top() {
        return top;
    }

    UnitId unit(String code) {
        return Objects.requireNonNull(units.get(code), code);
    }

    PersonId person(String name) {
        return Objects.requireNonNull(people.get(personCode(name)), name);
    }

    /** The client of an event, or somebody who stands for all unnamed clients of the unit. */
    PersonId client(@Nullable String name, UnitId unit) {
        return name == null
                ? Objects.requireNonNull(unnamedClients.get(unit))
                : Objects.requireNonNull(people.get(clientCode(name)), name);
    }

    /** Units with their parents, parents first; a circle of parents is cut open. */
    private static Map<String, @Nullable String> parents(StagedEvents events) throws SQLException {
        Map<String, @Nullable String> raw = new LinkedHashMap<>();
        for (StagedEvents.Pair unit : events.units()) {
            raw.put(unit.name(), unit.other());
        }
        for (StagedEvents.Pair unit : events.clientUnits()) {
            raw.putIfAbsent(unit.name(), null);
        }
        for (String parent : List.copyOf(raw.values().stream().filter(Objects::nonNull).toList())) {
            raw.putIfAbsent(Objects.requireNonNull(parent), null);
        }
        Map<String, @Nullable String> ordered = new LinkedHashMap<>();
        for (String unit : raw.keySet()) {
            place(unit, raw, ordered, new HashSet<>());
        }
        return ordered;
    }

    private static void place(
            String unit,
            Map<String, @Nullable String> raw,
            Map<String, @Nullable String> ordered,
            Set<String> below) {
        if (ordered.containsKey(unit)) {
            return;
        }
        below.add(unit);
        String parent = raw.get(unit);
        boolean circle = parent != null && below.contains(parent);
        if (parent != null && !circle) {
            place(parent, raw, ordered, below);
        }
        ordered.putIfAbsent(unit, circle ? null : parent);
    }

    private void bringPeople(
            Organization organization, StagedEvents events, LocalDate since, String topCode)
            throws SQLException {
        Map<String, NewPerson> wanted = new LinkedHashMap<>();
        for (StagedEvents.Pair person : events.people()) {
            add(wanted, personCode(person.name()), person.name(), person.other(), topCode, since);
        }
        for (StagedEvents.Pair client : events.clients()) {
            add(wanted, clientCode(client.name()), client.name(), client.other(), topCode, since);
        }
        List<String> clientUnits = new ArrayList<>(List.of(topCode));
        events.clientUnits().forEach(unit -> clientUnits.add(unit.name()));
        for (String unit : clientUnits) {
            add(wanted, unnamedCode(unit), "—", unit, topCode, since);
        }
        people.putAll(organization.bringPeople(List.copyOf(wanted.values())));
        for (String unit : clientUnits) {
            unnamedClients.put(
                    unit.equals(topCode) ? top : unit(unit),
                    Objects.requireNonNull(people.get(unnamedCode(unit))));
        }
    }

    private static void add(
            Map<String, NewPerson> wanted,
            String code,
            String name,
            @Nullable String unit,
            String topCode,
            LocalDate since) {
        String home = Optional.ofNullable(unit).orElse(topCode);
        wanted.put(code, new NewPerson(code, name, "", null, home, false, since));
    }

    private String personCode(String name) {
        return "log:" + source + ":specialist:" + name;
    }

    private String clientCode(String name) {
        return "log:" + source + ":client:" + name;
    }

    private String unnamedCode(String unit) {
        return "log:" + source + ":clients-of:" + unit;
    }
}
