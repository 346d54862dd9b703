package io.kollega.mail;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.Organization;
import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Where one says what comes by mail, and when. */
@Controller
@Requires
class SettingsPage {
    private final Preferences preferences;
    private final MailSettings settings;
    private final Organization organization;

    SettingsPage(Preferences preferences, MailSettings settings, Organization organization) {
        this.preferences = preferences;
        this.settings = settings;
        this.organization = organization;
    }

    @GetMapping("/profile/mail")
    Rendered show(CurrentPerson person) {
        Quiet quiet = preferences.quiet(person.id()).orElse(null);
        return Rendered.of(
                "mail/settings",
                view(
                        person,
                        preferences.paces(person.id()),
                        quiet != null,
                        quiet == null ? "20" : Integer.toString(quiet.from()),
                        quiet == null ? "8" : Integer.toString(quiet.until()),
                        null));
    }

    @PostMapping("/profile/mail")
    Object keep(
            CurrentPerson person,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "false") boolean quiet,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until) {
        Map<Topic, Pace> paces = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            Pace.named(sent.getOrDefault(topic.slug(), ""))
                    .filter(_ -> topic != Topic.ACCOUNT)
                    .ifPresent(pace -> paces.put(topic, pace));
        }
        Quiet hours = quiet ? hours(from, until) : null;
        if (quiet && hours == null) {
            return Rendered.refused(
                    "mail/settings", view(person, paces, true, from, until, "mail.quiet.same"));
        }
        preferences.keep(person.id(), paces, hours);
        return new RedirectView("/profile/mail?done=mail.saved");
    }

    private static @Nullable Quiet hours(String from, String until) {
        String hour = "1?\\d|2[0-3]";
        return from.matches(hour) && until.matches(hour) && !from.equals(until)
                ? new Quiet(Integer.parseInt(from), Integer.parseInt(until))
                : null;
    }

    private SettingsView view(
            CurrentPerson person,
            Map<Topic, Pace> paces,
            boolean quiet,
            String from,
            String until,
            @Nullable String problem) {
        return new SettingsView(
                settings.on(),
                organization.emails(List.of(person.id())).getOrDefault(person.id(), ""),
                paces,
                quiet,
                from,
                until,
                problem);
    }
}
