package io.kollega.insights;

import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Door;
import io.kollega.shell.NavEntry;
import io.kollega.shell.Rendered;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Unit against unit. */
@Controller
@RequestMapping("/figures/matrix")
@Requires({Permission.ASK, Permission.ANALYSE, Permission.RUN_UNIT})
class MatrixPage {
    private final MatrixViews views;

    MatrixPage(MatrixViews views) {
        this.views = views;
    }

    @GetMapping
    Rendered page(@RequestParam Map<String, String> parameters) {
        return Rendered.of("insights/matrix", views.of(MatrixQuery.of(parameters)));
    }

    /** Whoever comes first after a start finds the figures made. */
    @Scheduled(initialDelay = 1000)
    void beReady() {
        views.of(MatrixQuery.of(Map.of()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry matrixOfUnits() {
            return new NavEntry(
                    Door.HOW_WE_DO,
                    10,
                    "insights.matrix",
                    "/figures/matrix",
                    Set.of(Permission.ASK, Permission.ANALYSE, Permission.RUN_UNIT));
        }
    }
}
