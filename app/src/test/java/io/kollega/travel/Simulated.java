package io.kollega.travel;

import io.kollega.travel.TravelQuestion.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A company whose requests go between twelve units of three divisions: some units are busy, to some
 * hardly anybody comes, and a few people ask most.
 */
final class Simulated {
    static final int MONTHS = 10;
    private static final int UNITS = 12;

    /** A request in a month: who asked, the units it was with, and where it waited. */
    record Asked(int month, long person, List<Long> units, boolean waited) {}

    private final List<Asked> all = new ArrayList<>();

    Simulated(long seed, int requests) {
        Random random = new Random(seed);
        for (int i = 0; i < requests; i++) {
            long person = Math.min(random.nextInt(40), random.nextInt(40));
            long first = Math.min(random.nextInt(UNITS), random.nextInt(UNITS));
            long next = Math.min(random.nextInt(UNITS), random.nextInt(UNITS));
            all.add(
                    new Asked(
                            random.nextInt(MONTHS),
                            person,
                            random.nextInt(3) == 0 && next != first
                                    ? List.of(first, next)
                                    : List.of(first),
                            random.nextInt(4) == 0));
        }
    }

    static LocalDate month(int index) {
        return LocalDate.of(2025, 1 + index, 1);
    }

    static long division(long unit) {
        return 100 + unit % 3;
    }

    List<Asked> all() {
        return all;
    }

    Lists lists() {
        Map<Level, Map<Lists.Between, List<Cell.Hop>>> hops = new EnumMap<>(Level.class);
        Map<Level, Map<Long, List<Cell.Part>>> parts = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            hops.put(level, hops(level));
            parts.put(level, parts(level));
        }
        Map<Long, Long> divisions = new HashMap<>();
        for (long unit = 0; unit < UNITS; unit++) {
            divisions.put(unit, division(unit));
        }
        return new Lists(hops, parts, months(), divisions);
    }

    private static long shown(Level level, long unit) {
        return level == Level.UNITS ? unit : division(unit);
    }

    private Map<Lists.Between, List<Cell.Hop>> hops(Level level) {
        Map<Lists.Between, Map<Integer, Set<Long>>> people = new TreeMap<>();
        for (Asked asked : all) {
            for (int i = 1; i < asked.units().size(); i++) {
                var between =
                        new Lists.Between(
                                shown(level, asked.units().get(i - 1)),
                                shown(level, asked.units().get(i)));
                if (between.from() != between.to()) {
                    people.computeIfAbsent(between, _ -> new TreeMap<>())
                            .computeIfAbsent(asked.month(), _ -> new TreeSet<>())
                            .add(asked.person());
                }
            }
        }
        Map<Lists.Between, List<Cell.Hop>> hops = new HashMap<>();
        people.forEach((between, months) ->
                months.forEach((month, who) ->
                        hops.computeIfAbsent(between, _ -> new ArrayList<>())
                                .add(
                                        new Cell.Hop(
                                                month(month),
                                                who.size(),
                                                who.size(),
                                                0,
                                                lowest(who)))));
        return hops;
    }

    private Map<Long, List<Cell.Part>> parts(Level level) {
        Map<Long, Map<Integer, Set<Long>>> held = new TreeMap<>();
        Map<Long, Map<Integer, Set<Long>>> waited = new TreeMap<>();
        for (Asked asked : all) {
            for (long unit : asked.units()) {
                add(held, shown(level, unit), asked);
                if (asked.waited()) {
                    add(waited, shown(level, unit), asked);
                }
            }
        }
        Map<Long, List<Cell.Part>> parts = new HashMap<>();
        held.forEach((unit, months) ->
                months.forEach((month, who) -> {
                    Set<Long> waiting =
                            waited.getOrDefault(unit, Map.of()).getOrDefault(month, Set.of());
                    parts.computeIfAbsent(unit, _ -> new ArrayList<>())
                            .add(
                                    new Cell.Part(
                                            month(month),
                                            who.size(),
                                            waiting.size(),
                                            0,
                                            1,
                                            0,
                                            0,
                                            0,
                                            lowest(who),
                                            lowest(waiting),
                                            new long[0]));
                }));
        return parts;
    }

    private static void add(Map<Long, Map<Integer, Set<Long>>> people, long unit, Asked asked) {
        people.computeIfAbsent(unit, _ -> new TreeMap<>())
                .computeIfAbsent(asked.month(), _ -> new TreeSet<>())
                .add(asked.person());
    }

    private List<Cell.Whole> months() {
        Map<Integer, Set<Long>> people = new TreeMap<>();
        all.forEach(asked ->
                people.computeIfAbsent(asked.month(), _ -> new HashSet<>()).add(asked.person()));
        List<Cell.Whole> months = new ArrayList<>();
        people.forEach((month, who) ->
                months.add(
                        new Cell.Whole(
                                month(month),
                                who.size(),
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                lowest(who))));
        return months;
    }

    /** As a cell keeps them. */
    private static long[] lowest(Set<Long> who) {
        return who.stream().sorted().limit(People.FEWEST).mapToLong(Long::longValue).toArray();
    }
}
