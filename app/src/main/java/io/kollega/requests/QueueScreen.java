package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.Organization;
import io.kollega.organization.PeopleToday;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import io.kollega.organization.UnitsToday;
import io.kollega.permissions.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the pages of a queue show. */
@Component
final class QueueScreen {
    static final int PAGE = 20;
    private static final List<Stage> BOARD =
            List.of(Stage.QUEUED, Stage.WORKING, Stage.PAUSED, Stage.SOLVED);

    private final Lists lists;
    private final LineViews lineViews;
    private final SavedViews saved;
    private final Organization organization;

    QueueScreen(Lists lists, LineViews lineViews, SavedViews saved, Organization organization) {
        this.lists = lists;
        this.lineViews = lineViews;
        this.saved = saved;
        this.organization = organization;
    }

    /** The unit to show: the one asked for, one's own, or the first; empty if it may not be. */
    Optional<UnitId> unit(CurrentPerson person, @Nullable Long asked) {
        if (asked != null) {
            UnitId unit = new UnitId(asked);
            return person.may(Permission.WORK_QUEUE, unit) ? Optional.of(unit) : Optional.empty();
        }
        return person.may(Permission.WORK_QUEUE, person.unit())
                ? Optional.of(person.unit())
                : person.unitsWith(Permission.WORK_QUEUE).stream().sorted().findFirst();
    }

    QueueView list(
            CurrentPerson person,
            QueueQuery query,
            Optional<Cursor> after,
            List<QueueView.Leftover> leftovers) {
        Lists.Slice slice = lists.page(query.filter(person.id()), after, PAGE);
        return view(
                person,
                query,
                List.of(
                        new QueueView.Column(
                                query.stage(),
                                lineViews.of(slice.lines()),
                                slice.next().isPresent())),
                after.isEmpty(),
                slice.next().map(query::next).orElse(null),
                leftovers);
    }

    QueueView board(CurrentPerson person, QueueQuery query) {
        List<QueueView.Column> columns =
                BOARD.stream()
                        .map(stage -> {
                            Lists.Slice slice =
                                    lists.page(
                                            query.in(stage).filter(person.id()),
                                            Optional.empty(),
                                            PAGE);
                            return new QueueView.Column(
                                    stage, lineViews.of(slice.lines()), slice.next().isPresent());
                        })
                        .toList();
        return view(person, query, columns, true, null, List.of());
    }

    private QueueView view(
            CurrentPerson person,
            QueueQuery query,
            List<QueueView.Column> columns,
            boolean first,
            @Nullable String next,
            List<QueueView.Leftover> leftovers) {
        List<RequestLine> lines =
                columns.stream()
                        .flatMap(column -> column.lines().stream())
                        .map(LineView::line)
                        .toList();
        UnitsToday units = organization.unitsToday();
        PeopleToday people = organization.people(LineViews.people(lines), query.unit());
        return new QueueView(
                query,
                person.id(),
                workedBy(person, units.ever()),
                views(person, query.unit()),
                columns,
                new Naming(people.all(), units.ever()),
                lineViews.services(lines),
                people.ofUnit(),
                units.existing().stream().filter(unit -> !unit.id().equals(query.unit())).toList(),
                first,
                next,
                leftovers);
    }

    private static List<Unit> workedBy(CurrentPerson person, Map<UnitId, Unit> units) {
        return person.unitsWith(Permission.WORK_QUEUE).stream()
                .sorted()
                .map(units::get)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** The views of a queue with what they count. */
    List<QueueView.View> views(CurrentPerson person, UnitId unit) {
        Lists.Counters counters = lists.counters(unit, person.id(), QueueView.COUNTED);
        QueueQuery open = QueueQuery.open(unit);
        List<QueueView.View> views = new ArrayList<>();
        views.add(usual("open", open, counters.open()));
        views.add(usual("mine", new QueueQuery(unit, "open", "me", "", false), counters.mine()));
        views.add(
                usual(
                        "unassigned",
                        new QueueQuery(unit, "open", "none", "", false),
                        counters.unassigned()));
        views.add(usual("overdue", new QueueQuery(unit, "open", "", "", true), counters.overdue()));
        views.add(usual("paused", open.in(Stage.PAUSED), counters.paused()));
        List<SavedViews.SavedView> kept = saved.of(person.id(), unit);
        List<Integer> counts =
                lists.counts(
                        kept.stream().map(it -> it.query().filter(person.id())).toList(),
                        QueueView.COUNTED);
        for (int i = 0; i < kept.size(); i++) {
            SavedViews.SavedView view = kept.get(i);
            views.add(
                    new QueueView.View(null, view.name(), view.id(), view.query(), counts.get(i)));
        }
        return views;
    }

    private static QueueView.View usual(String name, QueueQuery query, int count) {
        return new QueueView.View("requests.view." + name, "", 0, query, count);
    }
}
