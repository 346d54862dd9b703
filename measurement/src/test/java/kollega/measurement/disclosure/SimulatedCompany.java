package kollega.measurement.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Some 440 respondents in 43 teams of 6 divisions, with four traits besides. */
record SimulatedCompany(List<Map<String, Integer>> people) {

    private static final int TEAMS = 43;
    private static final Map<String, Integer> TRAITS = traits();

    private static Map<String, Integer> traits() {
        Map<String, Integer> traits = new LinkedHashMap<>();
        traits.put("tenure", 5);
        traits.put("gender", 2);
        traits.put("age", 5);
        traits.put("location", 4);
        return traits;
    }

    static SimulatedCompany random(long seed) {
        Random random = new Random(seed);
        List<Map<String, Integer>> people = new ArrayList<>();
        for (int team = 0; team < TEAMS; team++) {
            int respondents = 2 + random.nextInt(9) + random.nextInt(9);
            for (int i = 0; i < respondents; i++) {
                Map<String, Integer> person = new HashMap<>();
                person.put("team", team);
                person.put("division", team % 6);
                TRAITS.forEach((trait, values) -> person.put(trait, random.nextInt(values)));
                people.add(person);
            }
        }
        return new SimulatedCompany(people);
    }

    static List<String> attributes() {
        List<String> attributes = new ArrayList<>(List.of("team", "division"));
        attributes.addAll(TRAITS.keySet());
        return attributes;
    }

    static Set<String> traitNames() {
        return TRAITS.keySet();
    }

    int size() {
        return people.size();
    }

    Set<Integer> everyone() {
        Set<Integer> everyone = new HashSet<>();
        for (int person = 0; person < people.size(); person++) {
            everyone.add(person);
        }
        return everyone;
    }

    /** The cells of the table by these attributes. */
    List<Set<Integer>> table(List<String> by) {
        Map<List<Integer>, Set<Integer>> cells = new LinkedHashMap<>();
        for (int person = 0; person < people.size(); person++) {
            List<Integer> key = by.stream().map(people.get(person)::get).toList();
            cells.computeIfAbsent(key, k -> new HashSet<>()).add(person);
        }
        return List.copyOf(cells.values());
    }

    /** The cells of all tables by up to so many attributes. */
    List<List<Set<Integer>>> tables(int mostAttributes) {
        List<String> all = attributes();
        List<List<Set<Integer>>> tables = new ArrayList<>();
        for (int choice = 0; choice < 1 << all.size(); choice++) {
            if (Integer.bitCount(choice) <= mostAttributes) {
                List<String> by = new ArrayList<>();
                for (int i = 0; i < all.size(); i++) {
                    if ((choice >> i & 1) == 1) {
                        by.add(all.get(i));
                    }
                }
                tables.add(table(by));
            }
        }
        return tables;
    }

    /** Teams below divisions below the company; unit 0 is the company, 100 + d a division. */
    List<UnitCount<Integer>> units() {
        List<UnitCount<Integer>> units = new ArrayList<>();
        units.add(new UnitCount<>(0, null, 0, 0));
        for (int division = 0; division < 6; division++) {
            units.add(new UnitCount<>(100 + division, 0, 0, 0));
        }
        for (Set<Integer> team : table(List.of("team"))) {
            Map<String, Integer> member = people.get(team.iterator().next());
            int number = member.getOrDefault("team", 0);
            int division = member.getOrDefault("division", 0);
            units.add(new UnitCount<>(1000 + number, 100 + division, team.size() + 3, team.size()));
        }
        return units;
    }

    /** The people of an atom. */
    Set<Integer> members(Atom<Integer> atom) {
        Set<Integer> members = new HashSet<>();
        for (int person = 0; person < people.size(); person++) {
            if (atom.units().contains(1000 + people.get(person).getOrDefault("team", 0))) {
                members.add(person);
            }
        }
        return members;
    }
}
