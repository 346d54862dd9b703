package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Door;
import io.kollega.shell.NavEntry;
import io.kollega.shell.Rendered;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** What one has asked, and what one follows. */
@Controller
@Requires(Permission.ASK)
class MinePage {
    private static final int PAGE = 20;
    private static final int AT_HOME = 5;

    private final Lists lists;
    private final LineViews views;

    MinePage(Lists lists, LineViews views) {
        this.lists = lists;
        this.views = views;
    }

    @Bean
    static NavEntry requestsMineEntry() {
        return new NavEntry(
                Door.FOR_ME, 10, "requests.mine", "/requests/mine", Set.of(Permission.ASK));
    }

    /**
     * @param followed whether these are requests one was called into rather than one's own
     * @param next the address of the next page; null on the last
     */
    record MineView(
            boolean followed,
            Stage stage,
            String text,
            List<LineView> lines,
            Naming names,
            boolean first,
            @Nullable String next) {
        Badge badge(LineView line) {
            return followed ? line.badge() : Badge.forClient(line);
        }

        String path(boolean others, Stage shown) {
            return "/requests/mine?view="
                    + (others ? "followed" : "asked")
                    + "&state="
                    + shown.slug();
        }
    }

    @GetMapping("/requests")
    RedirectView requests() {
        return new RedirectView("/requests/mine");
    }

    @GetMapping("/requests/mine")
    Rendered mine(
            CurrentPerson person,
            @RequestParam(defaultValue = "asked") String view,
            @RequestParam(defaultValue = "current") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after) {
        boolean followed = view.equals("followed");
        Stage stage = Stage.of(state).orElse(Stage.CURRENT);
        Optional<Cursor> cursor = after == null ? Optional.empty() : Cursor.of(after);
        Filter filter =
                new Filter(
                        followed
                                ? new Filter.Scope.Followed(person.id())
                                : new Filter.Scope.Asked(person.id()),
                        stage,
                        new Assignee.Anyone(),
                        Words.line(q),
                        false);
        Lists.Slice slice = lists.page(filter, cursor, PAGE);
        String next =
                slice.next()
                        .map(end ->
                                Links.to(
                                        "/requests/mine",
                                        "view",
                                        followed ? "followed" : "asked",
                                        "state",
                                        stage.slug(),
                                        "q",
                                        filter.text(),
                                        "after",
                                        end.toString()))
                        .orElse(null);
        return Rendered.of(
                "requests/mine",
                new MineView(
                        followed,
                        stage,
                        filter.text(),
                        views.of(slice.lines()),
                        views.names(slice.lines()),
                        cursor.isEmpty(),
                        next));
    }

    /** The few that concern one now, for the start page. */
    @GetMapping("/requests/mine/fragment")
    Rendered atHome(CurrentPerson person) {
        return Rendered.of("requests/mine-lines", atHome(person, Stage.CURRENT));
    }

    /** Those that wait for an answer or a confirmation; nothing at all if none does. */
    @GetMapping("/requests/mine/waiting/fragment")
    Rendered waiting(CurrentPerson person) {
        return Rendered.of("requests/waiting-lines", atHome(person, Stage.WAITING));
    }

    private MineView atHome(CurrentPerson person, Stage stage) {
        Filter filter =
                new Filter(
                        new Filter.Scope.Asked(person.id()),
                        stage,
                        new Assignee.Anyone(),
                        "",
                        false);
        Lists.Slice slice = lists.page(filter, Optional.empty(), AT_HOME);
        return new MineView(
                false,
                stage,
                "",
                views.of(slice.lines()),
                views.names(slice.lines()),
                true,
                slice.next().isPresent() ? "/requests/mine?state=" + stage.slug() : null);
    }
}
