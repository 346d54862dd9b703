package io.kollega.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who takes what comes to a unit. */
final class Desk {
    private final Company company;
    private final List<String> serving;
    private final Map<String, Roster> rosters = new HashMap<>();

    /** Who serves in a unit, as long as nothing changes. */
    private record Roster(boolean reorganized, List<Colleague> people) {}

    Desk(Company company) {
        this.company = company;
        this.serving =
                company.scenery().units().stream()
                        .filter(unit -> unit.desk() > 0)
                        .map(UnitPlan::code)
                        .toList();
    }

    /** The first of the list take the most. Nobody serves themselves. */
    Colleague specialist(String unit, Colleague client, LocalDate day, Chance chance) {
        List<Colleague> people = new ArrayList<>(people(unit, day));
        people.remove(client);
        double share = chance.share();
        return people.get((int) (people.size() * Math.pow(share, 1.3)));
    }

    /** Whoever gives out the work that day. */
    Colleague dispatcher(Story story, LocalDate day, Chance chance) {
        List<Colleague> people = people(story.unit, day);
        return chance.of(people.subList(0, Math.min(2, people.size())));
    }

    /** A unit other than the one that has it and the client's. */
    String other(Story story, LocalDate day, Chance chance) {
        while (true) {
            String unit = chance.of(serving);
            boolean possible =
                    !unit.equals(story.unit)
                            && !unit.equals(story.clientUnit)
                            && company.exists(unit, day);
            if (possible) {
                return unit;
            }
        }
    }

    private List<Colleague> people(String unit, LocalDate day) {
        boolean reorganized = !day.isBefore(company.times().reorganized());
        Roster known = rosters.get(unit);
        if (known == null || known.reorganized() != reorganized) {
            known = new Roster(reorganized, company.desk(unit, day));
            rosters.put(unit, known);
        }
        return known.people();
    }
}
