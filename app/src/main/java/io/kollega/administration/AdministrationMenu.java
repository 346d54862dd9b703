package io.kollega.administration;

import io.kollega.permissions.Permission;
import io.kollega.shell.Door;
import io.kollega.shell.NavEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of this module at the top of every page. */
@Configuration(proxyBeanMethods = false)
class AdministrationMenu {
    @Bean
    NavEntry unitsEntry() {
        return entry(10, "units");
    }

    @Bean
    NavEntry peopleEntry() {
        return entry(20, "people");
    }

    @Bean
    NavEntry accountsEntry() {
        return entry(30, "accounts");
    }

    @Bean
    NavEntry importEntry() {
        return entry(40, "import");
    }

    @Bean
    NavEntry secondFactorEntry() {
        return entry(35, "second-factor");
    }

    private static NavEntry entry(int order, String name) {
        return new NavEntry(
                Door.ADMINISTRATION,
                order,
                "administration." + name,
                "/administration/" + name,
                Set.of(Permission.ADMINISTER));
    }
}
