package io.kollega.administration;

import io.kollega.access.CurrentPerson;
import io.kollega.access.Role;
import io.kollega.access.SecondFactorRule;
import io.kollega.permissions.Confirmed;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Which roles must have a second factor. */
@Controller
@Requires(Permission.ADMINISTER)
class SecondFactorPage {
    private final SecondFactorRule rule;

    SecondFactorPage(SecondFactorRule rule) {
        this.rule = rule;
    }

    @GetMapping("/administration/second-factor")
    Rendered show() {
        return Rendered.of(
                "administration/second-factor",
                new SecondFactorView(rule.roles(), rule.coverage()));
    }

    /** Names that are no role's are passed over: the page sends none. */
    @PostMapping("/administration/second-factor")
    @Confirmed
    RedirectView require(
            CurrentPerson by, @RequestParam(name = "role", defaultValue = "") List<String> names) {
        Set<Role> roles =
                java.util.Arrays.stream(Role.values())
                        .filter(role -> names.contains(role.name()))
                        .collect(Collectors.toSet());
        rule.set(roles, by.id());
        return new RedirectView(
                "/administration/second-factor?done=administration.second-factor.saved");
    }
}
