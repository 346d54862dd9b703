package io.kollega.demo;

import io.kollega.demo.Hired.Stint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hires the people of the demo company and moves some of them about. */
final class Staff {
    private static final int FIRST_NUMBER = 10_001;
    private static final double HIRED_LATELY = 0.10;
    private static final double MOVED_LATELY = 0.05;
    private static final double LEFT_LATELY = 0.07;
    private static final int YEARS_BEFORE = 9;

    /** Units whose head was replaced on the way; the one before stayed as a member. */
    private static final Set<String> NEW_HEADS = Set.of("marketing", "quality", "warehouse");

    private static final String SPLIT_OFF = "transport";
    private static final String SPLIT_FROM = "logistics";

    private final Timetable times;
    private final Chance chance;
    private final Naming naming = new Naming();
    private final List<Hired> people = new ArrayList<>();
    private final List<String> units;

    private Staff(Scenery scenery, Timetable times, Chance chance) {
        this.times = times;
        this.chance = chance;
        this.units = scenery.units().stream().map(UnitPlan::code).toList();
    }

    static List<Hired> of(Scenery scenery, Timetable times, Chance chance) {
        Staff staff = new Staff(scenery, times, chance);
        scenery.units().forEach(staff::fill);
        staff.fillFormer(scenery.former());
        return List.copyOf(staff.people);
    }

    private void fill(UnitPlan unit) {
        List<Cast> cast = new ArrayList<>(Cast.of(unit.code()));
        boolean replaced = NEW_HEADS.contains(unit.code());
        hire(cast.remove(Cast.HEAD) ? Cast.HEAD : null, false, head(unit.code(), replaced));
        int hired = 1;
        int serving = 0;
        for (Cast member : cast) {
            hire(member, member.serves(), List.of(since(unit.code(), longAgo())));
            hired++;
            serving += member.serves() ? 1 : 0;
        }
        if (replaced) {
            hire(
                    null,
                    false,
                    List.of(
                            new Stint(unit.code(), true, longAgo()),
                            since(unit.code(), newHeads())));
            hired++;
        }
        for (; hired < unit.people(); hired++) {
            boolean serves = serving++ < unit.desk();
            hire(null, serves, serves ? steady(unit.code()) : stints(unit.code()));
        }
        for (int gone = 0; gone < Math.round(LEFT_LATELY * unit.people()); gone++) {
            hire(null, false, steady(unit.code()), left(unit.code()));
        }
    }

    private void fillFormer(UnitPlan unit) {
        for (int place = 0; place < unit.people(); place++) {
            hire(
                    null,
                    place > 0 && place <= unit.desk(),
                    List.of(
                            new Stint(unit.code(), place == 0, longAgo()),
                            since("accounting", times.reorganized())));
        }
    }

    private List<Stint> head(String unit, boolean replaced) {
        if (unit.equals(SPLIT_OFF)) {
            return List.of(
                    since(SPLIT_FROM, longAgo()), new Stint(unit, true, times.reorganized()));
        }
        return replaced
                ? List.of(since(unit, longAgo()), new Stint(unit, true, newHeads()))
                : List.of(new Stint(unit, true, longAgo()));
    }

    private List<Stint> steady(String unit) {
        return unit.equals(SPLIT_OFF)
                ? List.of(since(SPLIT_FROM, longAgo()), since(unit, times.reorganized()))
                : List.of(since(unit, longAgo()));
    }

    private List<Stint> stints(String unit) {
        double fate = chance.share();
        LocalDate day = sometime();
        if (fate < HIRED_LATELY && !unit.equals(SPLIT_OFF)) {
            return List.of(since(unit, day));
        }
        String before = chance.of(units);
        boolean possible =
                !before.equals(unit) && !before.equals(SPLIT_OFF) && !unit.equals(SPLIT_OFF);
        if (fate < HIRED_LATELY + MOVED_LATELY && possible) {
            return List.of(since(before, longAgo()), since(unit, day));
        }
        return steady(unit);
    }

    private void hire(@Nullable Cast member, boolean serves, List<Stint> stints) {
        hire(member, serves, stints, null);
    }

    private void hire(
            @Nullable Cast member, boolean serves, List<Stint> stints, @Nullable LocalDate left) {
        boolean woman = member == null ? chance.happens(women(stints)) : member.woman();
        String given = member == null ? naming.given(woman, chance) : member.given();
        String family = member == null ? naming.family(woman, chance) : member.family();
        people.add(
                new Hired(
                        Integer.toString(FIRST_NUMBER + people.size()),
                        member == null ? naming.login(given, family) : member.login(),
                        given,
                        family,
                        woman,
                        serves,
                        stints,
                        left));
    }

    /** The share of women among those who work in a unit. */
    private static double women(List<Stint> stints) {
        return switch (stints.getLast().unit()) {
            case "accounting", "payroll", "hr", "treasury", "planning" -> 0.8;
            case "marketing", "legal", "quality", "procurement", "sales" -> 0.55;
            case "production", "maintenance", "transport", "security", "it" -> 0.2;
            default -> 0.4;
        };
    }

    private static Stint since(String unit, LocalDate day) {
        return new Stint(unit, false, day);
    }

    private LocalDate longAgo() {
        return times.start().minusDays(chance.whole(30, 365 * YEARS_BEFORE));
    }

    /** A day of the history. */
    private LocalDate sometime() {
        return times.start().plusDays(chance.whole(20, 500));
    }

    /** Nobody leaves the unit that was split off before it was there. */
    private LocalDate left(String unit) {
        return unit.equals(SPLIT_OFF)
                ? times.reorganized().plusDays(chance.whole(20, 200))
                : sometime();
    }

    private LocalDate newHeads() {
        return times.reorganized().plusMonths(2);
    }
}
