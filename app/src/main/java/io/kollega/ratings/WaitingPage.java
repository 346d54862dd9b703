package io.kollega.ratings;

import io.kollega.access.CurrentPerson;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What waits for one's rating: as a page, and in short for the home page. */
@Controller
@RequestMapping("/ratings/waiting")
@Requires(Permission.ASK)
class WaitingPage {
    private final RatingViews views;

    WaitingPage(RatingViews views) {
        this.views = views;
    }

    @GetMapping
    Rendered page(CurrentPerson person) {
        return Rendered.of("ratings/waiting", views.waitingFor(person.id()));
    }

    @GetMapping("/fragment")
    Rendered fragment(CurrentPerson person) {
        return Rendered.of("ratings/waiting-short", views.waitingFor(person.id()));
    }
}
