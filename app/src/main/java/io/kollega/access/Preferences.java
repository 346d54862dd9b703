package io.kollega.access;

import io.kollega.permissions.Anyone;
import io.kollega.shell.CsvCustom;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Language and theme: kept with the account, and in this browser for before one signs in. How files
 * are written: with the account.
 */
@Controller
class Preferences {
    private static final Duration KEPT = Duration.ofDays(365);

    private final JdbcClient jdbc;
    private final BrowserCookies cookies;

    Preferences(JdbcClient jdbc, BrowserCookies cookies) {
        this.jdbc = jdbc;
        this.cookies = cookies;
    }

    @PostMapping("/preferences")
    @Anyone
    RedirectView prefer(
            @Nullable CurrentPerson person,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String csv,
            @RequestParam(defaultValue = "/") String back,
            HttpServletResponse response) {
        if (language != null && Onlooker.LANGUAGES.contains(language)) {
            cookies.keep(response, Onlooker.LANGUAGE_COOKIE, language, KEPT);
            if (person != null) {
                write("update access.account set language = ? where person = ?", language, person);
            }
        }
        if (theme != null && Onlooker.THEMES.contains(theme)) {
            cookies.keep(response, Onlooker.THEME_COOKIE, theme, KEPT);
            if (person != null) {
                write("update access.account set theme = ? where person = ?", theme, person);
            }
        }
        if (csv != null && person != null && CsvCustom.of(csv).isPresent()) {
            write("update access.account set csv = ? where person = ?", csv, person);
        }
        return new RedirectView(Refusal.local(back));
    }

    private void write(String sql, String value, CurrentPerson person) {
        jdbc.sql(sql).params(value, person.id().value()).update();
    }
}
