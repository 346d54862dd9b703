package io.kollega.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What holds of one thing from day to day: spans in their order, with or without gaps; neighbours
 * that say the same are one. What is said for a day changes only what differs on that day, and only
 * until the next day for which something else about it is said already: so nothing that was planned
 * is lost by a change before it.
 */
record Timeline<S>(List<Span<S>> spans) {
    /** The day after the last one: what has no end ends then. */
    static final LocalDate ENDLESS = LocalDate.MAX;

    /** What holds from a day on until another, exclusive. */
    record Span<S>(LocalDate from, LocalDate until, S state) {
        boolean holdsOn(LocalDate day) {
            return !from.isAfter(day) && until.isAfter(day);
        }
    }

    /**
     * A part of what is said that can change by itself.
     *
     * @param taken the first with this part as the second has it
     */
    record Trait<S>(Function<S, @Nullable Object> value, BinaryOperator<S> taken) {
        boolean same(S one, S other) {
            return java.util.Objects.equals(value.apply(one), value.apply(other));
        }
    }

    Timeline(List<Span<S>> spans) {
        this.spans = List.copyOf(spans);
    }

    static <S> Timeline<S> empty() {
        return new Timeline<>(List.of());
    }

    Optional<S> on(LocalDate day) {
        return spans.stream().filter(span -> span.holdsOn(day)).map(Span::state).findFirst();
    }

    /** As on that day; before the first day as on the first, where it has ended as on the last. */
    Optional<S> nearest(LocalDate day) {
        return spans.stream()
                .filter(span -> !span.from().isAfter(day))
                .reduce((_, later) -> later)
                .or(() -> spans.stream().findFirst())
                .map(Span::state);
    }

    /** The first day after this one from which something else is said, if any is. */
    Optional<LocalDate> nextAfter(LocalDate day) {
        return spans.stream()
                .filter(span -> span.holdsOn(day) && !span.until().equals(ENDLESS))
                .map(Span::until)
                .findFirst();
    }

    /** With what is wanted from a day on. */
    Timeline<S> with(LocalDate day, S wanted, List<Trait<S>> traits) {
        Optional<S> before = on(day);
        if (before.isEmpty()) {
            return begun(day, wanted);
        }
        Timeline<S> changed = this;
        for (Trait<S> trait : traits) {
            if (!trait.same(before.get(), wanted)) {
                changed =
                        changed.changed(
                                day,
                                changed.endOf(day, before.get(), trait),
                                state -> trait.taken().apply(state, wanted));
            }
        }
        return changed;
    }

    /** What was not there on that day: it is until it is there anyway. */
    private Timeline<S> begun(LocalDate day, S wanted) {
        List<Span<S>> all = new ArrayList<>(spans);
        int place = (int) spans.stream().filter(span -> span.from().isBefore(day)).count();
        LocalDate until = place < spans.size() ? spans.get(place).from() : ENDLESS;
        all.add(place, new Span<>(day, until, wanted));
        return joined(all);
    }

    /** Until when the part is, without a gap, as it is on that day. */
    private LocalDate endOf(LocalDate day, S before, Trait<S> trait) {
        LocalDate end = day;
        for (Span<S> span : spans) {
            boolean goesOn = span.holdsOn(day) || span.from().equals(end) && end.isAfter(day);
            if (goesOn && trait.same(span.state(), before)) {
                end = span.until();
            } else if (span.from().isAfter(day)) {
                break;
            }
        }
        return end;
    }

    /** With something else in what holds between two days. */
    Timeline<S> changed(LocalDate from, LocalDate until, UnaryOperator<S> change) {
        List<Span<S>> all = new ArrayList<>();
        for (Span<S> span : spans) {
            LocalDate begin = later(span.from(), from);
            LocalDate end = earlier(span.until(), until);
            if (!begin.isBefore(end)) {
                all.add(span);
                continue;
            }
            if (span.from().isBefore(begin)) {
                all.add(new Span<>(span.from(), begin, span.state()));
            }
            all.add(new Span<>(begin, end, change.apply(span.state())));
            if (end.isBefore(span.until())) {
                all.add(new Span<>(end, span.until(), span.state()));
            }
        }
        return joined(all);
    }

    private static <S> Timeline<S> joined(List<Span<S>> all) {
        List<Span<S>> joined = new ArrayList<>();
        for (Span<S> span : all) {
            Span<S> last = joined.isEmpty() ? null : joined.getLast();
            if (last != null
                    && last.until().equals(span.from())
                    && last.state().equals(span.state())) {
                joined.set(joined.size() - 1, new Span<>(last.from(), span.until(), last.state()));
            } else {
                joined.add(span);
            }
        }
        return new Timeline<>(joined);
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** The day as the database writes it. */
    static String written(LocalDate day) {
        return day.equals(ENDLESS) ? "infinity" : day.toString();
    }
}
