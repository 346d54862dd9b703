package io.kollega.organization;

import io.kollega.organization.Timeline.Trait;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names and places of every unit from day to day, by the code of the unit. */
record Tree(Map<String, Timeline<Tree.Standing>> units) {
    /** A unit's name, and the code of the unit above it; null at the top. */
    record Standing(Name name, @Nullable String parent) {}

    private static final List<Trait<Standing>> TRAITS =
            List.of(
                    new Trait<>(
                            it -> it.name().text(),
                            (it, wanted) -> named(it, wanted.name().text(), it.name().english())),
                    new Trait<>(
                            it -> it.name().english(),
                            (it, wanted) -> named(it, it.name().text(), wanted.name().english())),
                    new Trait<>(
                            Standing::parent,
                            (it, wanted) -> new Standing(it.name(), wanted.parent())));

    private static Standing named(Standing it, String text, @Nullable String english) {
        return new Standing(new Name(text, english), it.parent());
    }

    Timeline<Standing> unit(String code) {
        return units.getOrDefault(code, Timeline.empty());
    }

    boolean exists(String code, LocalDate day) {
        return unit(code).on(day).isPresent();
    }

    Tree with(Collection<NewUnit> wanted) {
        Map<String, Timeline<Standing>> all = new HashMap<>(units);
        for (NewUnit unit : wanted) {
            all.put(
                    unit.code(),
                    all.getOrDefault(unit.code(), Timeline.empty())
                            .with(
                                    unit.from(),
                                    new Standing(unit.name(), unit.parentCode()),
                                    TRAITS));
        }
        return new Tree(all);
    }

    /** Units that would be above themselves on some day from this one on. */
    Set<String> circles(LocalDate since) {
        Set<LocalDate> days =
                units.values().stream()
                        .flatMap(unit -> unit.spans().stream())
                        .map(span -> Timeline.later(span.from(), since))
                        .collect(Collectors.toSet());
        Set<String> circles = new HashSet<>();
        days.forEach(day -> circles.addAll(circlesOn(day)));
        return circles;
    }

    private Set<String> circlesOn(LocalDate day) {
        Map<String, String> above = new HashMap<>();
        units.forEach((code, unit) ->
                unit.on(day).map(Standing::parent).ifPresent(parent -> above.put(code, parent)));
        Set<String> circles = new HashSet<>();
        Set<String> done = new HashSet<>();
        for (String start : above.keySet()) {
            Set<String> path = new HashSet<>();
            Optional<String> at = Optional.of(start);
            while (at.isPresent() && !done.contains(at.get()) && path.add(at.get())) {
                at = Optional.ofNullable(above.get(at.get()));
            }
            String met = at.orElse("");
            if (path.contains(met) && !done.contains(met)) {
                for (String unit = met; circles.add(unit); unit = above.getOrDefault(unit, met)) {}
            }
            done.addAll(path);
        }
        return circles;
    }
}
