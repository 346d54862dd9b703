package io.kollega.access;

import io.kollega.organization.Organization;
import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import io.kollega.shell.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
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
        return Rendered.of(
                "access/profile",
                new ProfileView(
                        organization.person(person.id()).orElseThrow(),
                        organization.unit(person.unit()).orElseThrow(),
                        person.login(),
                        visitors.of(request).zone().getId(),
                        ZONES));
    }

    @PostMapping("/profile/zone")
    RedirectView zone(CurrentPerson person, @RequestParam String zone) {
        if (ZONES.contains(zone)) {
            jdbc.sql("update access.account set zone = ? where person = ?")
                    .params(zone, person.id().value())
                    .update();
        }
        return new RedirectView("/profile?done=access.saved");
    }
}
