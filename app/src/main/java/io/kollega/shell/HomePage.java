package io.kollega.shell;

import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** For me: where everybody begins. */
@Controller
class HomePage {
    private static final int MORNING = 5;
    private static final int DAY = 12;
    private static final int EVENING = 18;

    private final Visitors visitors;
    private final Clock clock;

    HomePage(Visitors visitors, Clock clock) {
        this.visitors = visitors;
        this.clock = clock;
    }

    @Bean
    static NavEntry homeEntry() {
        return new NavEntry(Door.FOR_ME, 0, "shell.home", "/", EnumSet.allOf(Permission.class));
    }

    @GetMapping("/")
    @Requires
    Rendered home(HttpServletRequest request) {
        Visitor visitor = visitors.of(request);
        int hour = clock.instant().atZone(visitor.zone()).getHour();
        return Rendered.of(
                "shell/home",
                new HomeView(
                        greeting(hour),
                        visitor.permissions().contains(Permission.ASK),
                        visitor.permissions().contains(Permission.WORK_QUEUE),
                        visitor.permissions().contains(Permission.ADMINISTER)));
    }

    static String greeting(int hour) {
        if (hour < MORNING) {
            return "shell.home.night";
        }
        if (hour < DAY) {
            return "shell.home.morning";
        }
        return hour < EVENING ? "shell.home.day" : "shell.home.evening";
    }
}
