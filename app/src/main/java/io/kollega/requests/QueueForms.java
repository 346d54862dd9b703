package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.requests.events.RequestId;
import io.kollega.shell.Rendered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;

/** What is done to several requests of a queue at once, and to its views. */
@Controller
@RequestMapping("/queue")
@Requires(Permission.WORK_QUEUE)
class QueueForms {
    /** A request with the version in which it was chosen. */
    private static final Pattern CHOSEN = Pattern.compile("(\\d{1,18}):(\\d{1,9})");

    private final Deeds deeds;
    private final SavedViews views;
    private final QueueScreen screen;

    QueueForms(Deeds deeds, SavedViews views, QueueScreen screen) {
        this.deeds = deeds;
        this.views = views;
        this.screen = screen;
    }

    @PostMapping("/assignments")
    Object assign(
            CurrentPerson person,
            @RequestParam long unit,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") List<String> chosen,
            @RequestParam long specialist) {
        Deed deed =
                specialist == 0 ? new Deed.Unassign() : new Deed.Assign(new PersonId(specialist));
        return all(person, query(person, unit, query), chosen, deed);
    }

    @PostMapping("/handovers")
    Object handOver(
            CurrentPerson person,
            @RequestParam long unit,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") List<String> chosen,
            @RequestParam long to) {
        return all(
                person, query(person, unit, query), chosen, new Deed.HandOver(new UnitId(to), ""));
    }

    @PostMapping("/views")
    RedirectView keep(
            CurrentPerson person,
            @RequestParam long unit,
            @RequestParam(defaultValue = "") String query,
            @RequestParam String name) {
        QueueQuery kept = query(person, unit, query);
        String line = Words.line(name);
        if (!line.isEmpty()) {
            views.keep(
                    person.id(),
                    kept,
                    line.substring(0, Math.min(line.length(), SavedViews.LONGEST_NAME)));
        }
        return new RedirectView(kept.link());
    }

    @PostMapping("/views/{id}/removal")
    RedirectView remove(CurrentPerson person, @PathVariable long id, @RequestParam long unit) {
        views.remove(person.id(), id);
        return new RedirectView(QueueQuery.open(new UnitId(unit)).link());
    }

    private Object all(CurrentPerson person, QueueQuery query, List<String> chosen, Deed deed) {
        List<QueueView.Leftover> leftovers = new ArrayList<>();
        int tried = 0;
        for (String one : chosen) {
            Matcher matcher = CHOSEN.matcher(one);
            if (matcher.matches()) {
                tried++;
                long id = Long.parseLong(matcher.group(1));
                int version = Integer.parseInt(matcher.group(2));
                switch (deeds.act(person, new RequestId(id), version, deed, List.of())) {
                    case Outcome.Done _ -> {}
                    case Outcome.Changed _ ->
                            leftovers.add(new QueueView.Leftover(id, "requests.bulk.changed"));
                    case Outcome.Refused(Refusal refusal) ->
                            leftovers.add(new QueueView.Leftover(id, refusal.key()));
                    case Outcome.Unseen _ ->
                            leftovers.add(new QueueView.Leftover(id, "requests.bulk.gone"));
                }
            }
        }
        return leftovers.isEmpty()
                ? new RedirectView(
                        query.link()
                                + (tried > 0
                                        ? "&done=requests.done.bulk&count=" + tried
                                        : "&undone=requests.bulk.none-chosen"))
                : Rendered.conflict(
                        "requests/queue", screen.list(person, query, Optional.empty(), leftovers));
    }

    private QueueQuery query(CurrentPerson person, long unit, String parameters) {
        UnitId shown =
                screen.unit(person, unit)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return QueueQuery.parse(shown, parameters);
    }
}
