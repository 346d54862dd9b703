package io.kollega.access;

import io.kollega.organization.Organization;
import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import io.kollega.shell.Visitor;
import io.kollega.shell.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** The profile of who is signed in. */
@Controller
@Requires
class ProfilePage {
    private static final Set<String> CONTINENTS = Set.of("Europe", "Asia");
    private static final List<String> ZONES =
            ZoneId.getAvailableZoneIds().stream()
                    .filter(zone -> CONTINENTS.contains(zone.split("/", 2)[0]))
                    .sorted()
                    .toList();

    private final Organization organization;
    private final Visitors visitors;
    private final JdbcClient jdbc;

    ProfilePage(Organization organization, Visitors visitors, JdbcClient jdbc) {
        this.organization = organization;
        this.visitors = visitors;
        this.jdbc = jdbc;
    }

    @GetMapping("/profile")
    Rendered profile(CurrentPerson person, HttpServletRequest request) {
        return Rendered.of("access/profile", view(person, request, null));
    }

    @PostMapping("/profile/zone")
    Object zone(CurrentPerson person, @RequestParam String zone, HttpServletRequest request) {
        if (!ZONES.contains(zone)) {
            return Rendered.refused("access/profile", view(person, request, "access.zone.unknown"));
        }
        jdbc.sql("update access.account set zone = ? where person = ?")
                .params(zone, person.id().value())
                .update();
        return new RedirectView("/profile?done=access.saved");
    }

    /** Single keys can be switched off, as WCAG 2.1.4 asks. */
    @PostMapping("/profile/shortcuts")
    RedirectView shortcuts(
            CurrentPerson person, @RequestParam(defaultValue = "false") boolean shortcuts) {
        jdbc.sql("update access.account set shortcuts = ? where person = ?")
                .params(shortcuts, person.id().value())
                .update();
        return new RedirectView("/profile?done=access.saved");
    }

    private ProfileView view(
            CurrentPerson person, HttpServletRequest request, @Nullable String zoneProblem) {
        Visitor visitor = visitors.of(request);
        return new ProfileView(
                organization.person(person.id()).orElseThrow(),
                organization.unit(person.unit()).orElseThrow(),
                person.login(),
                visitor.zone().getId(),
                ZONES,
                zoneProblem,
                visitor.shortcuts());
    }
}
