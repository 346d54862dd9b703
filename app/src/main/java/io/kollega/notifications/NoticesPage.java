package io.kollega.notifications;

import io.kollega.access.CurrentPeople;
import io.kollega.access.CurrentPerson;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Door;
import io.kollega.shell.NavEntry;
import io.kollega.shell.Pages;
import io.kollega.shell.Rendered;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** What one must hear of, and how much of it is unread at the top of every page. */
@Controller
@Requires
class NoticesPage implements Pages.Surroundings {
    private static final int SHOWN = 50;

    private final Notices notices;
    private final Organization organization;
    private final CurrentPeople people;

    NoticesPage(Notices notices, Organization organization, CurrentPeople people) {
        this.notices = notices;
        this.organization = organization;
        this.people = people;
    }

    @Bean
    static NavEntry noticesEntry() {
        return new NavEntry(
                Door.FOR_ME,
                90,
                "notifications.title",
                "/notifications",
                EnumSet.allOf(Permission.class));
    }

    @Override
    public int waiting(HttpServletRequest request) {
        return people.of(request).map(person -> notices.unread(person.id())).orElse(0);
    }

    @GetMapping("/notifications")
    Rendered list(CurrentPerson person, @RequestParam(required = false) @Nullable Long before) {
        List<Notice> found = notices.of(person.id(), before, SHOWN + 1);
        List<Notice> shown = found.subList(0, Math.min(SHOWN, found.size()));
        return Rendered.of(
                "notifications/notices",
                new NoticesView(
                        shown,
                        organization.people(
                                shown.stream()
                                        .map(Notice::by)
                                        .filter(Objects::nonNull)
                                        .map(PersonId::new)
                                        .distinct()
                                        .toList()),
                        before == null ? null : "/notifications",
                        found.size() > SHOWN
                                ? "/notifications?before=" + shown.getLast().id()
                                : null));
    }

    /** Opens what a notice is about, and marks it as read. */
    @PostMapping("/notifications/{id}/opening")
    RedirectView open(CurrentPerson person, @PathVariable long id) {
        return new RedirectView(notices.read(person.id(), id).orElse("/notifications"));
    }

    @PostMapping("/notifications/reading")
    RedirectView readAll(CurrentPerson person) {
        notices.readAll(person.id());
        return new RedirectView("/notifications?done=notifications.all-read");
    }
}
