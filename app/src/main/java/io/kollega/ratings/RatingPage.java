package io.kollega.ratings;

import io.kollega.access.CurrentPerson;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.requests.events.RequestId;
import io.kollega.shell.Rendered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;

/** The rating of a request: as a page, and as a card that other pages load. */
@Controller
@RequestMapping("/requests/{id}/rating")
@Requires(Permission.ASK)
class RatingPage {
    private static final String PAGE = "ratings/rating";
    private static final String CARD = "ratings/card";

    private final Ratings ratings;
    private final RatingViews views;

    RatingPage(Ratings ratings, RatingViews views) {
        this.ratings = ratings;
        this.views = views;
    }

    @GetMapping
    Rendered page(@PathVariable long id, CurrentPerson person) {
        return Rendered.of(PAGE, view(id, person));
    }

    /** The card; nothing at all for those who have nothing to rate or to read. */
    @GetMapping("/fragment")
    Rendered card(@PathVariable long id, CurrentPerson person) {
        Optional<RatingView> view =
                views.of(new RequestId(id), person.id()).filter(RatingView::worthACard);
        return view.isPresent() ? Rendered.of(CARD, view.get()) : Rendered.of("ratings/none", "");
    }

    @PostMapping
    Object rate(
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            @RequestParam(name = "reason", defaultValue = "") List<String> reasons,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean card,
            CurrentPerson person) {
        Draft draft = draft(form, reasons);
        return switch (ratings.give(new RequestId(id), person.id(), draft)) {
            case Answer.Kept _ ->
                    card
                            ? Rendered.of(CARD, view(id, person))
                            : new RedirectView("/requests/" + id + "/rating?done=ratings.kept");
            case Answer.Unfit(var faults) ->
                    Rendered.refused(PAGE, RatingViews.refused(view(id, person), draft, faults));
            case Answer.Refused(var refusal) ->
                    switch (refusal) {
                        case UNKNOWN -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                        case OWN_WORK, NOT_SOLVED, CLOSED, REVEALED ->
                                Rendered.conflict(PAGE, view(id, person));
                    };
        };
    }

    private RatingView view(long id, CurrentPerson person) {
        return views.of(new RequestId(id), person.id())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Draft draft(Map<String, String> form, List<String> reasons) {
        Map<String, @Nullable String> aspects = new HashMap<>();
        for (Aspect aspect : Aspect.values()) {
            String value = form.get(aspect.slug());
            if (value != null) {
                aspects.put(aspect.slug(), value);
            }
        }
        return new Draft(
                form.get("score"),
                form.get("ease"),
                form.get("solved"),
                aspects,
                reasons,
                form.get("comment"));
    }
}
