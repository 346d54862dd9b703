package io.kollega.insights;

import io.kollega.organization.UnitId;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The figures of one unit. */
@Controller
@RequestMapping("/figures/units/{id:\\d+}")
@Requires({Permission.ASK, Permission.ANALYSE, Permission.RUN_UNIT})
class UnitPage {
    private final UnitViews views;

    UnitPage(UnitViews views) {
        this.views = views;
    }

    @GetMapping
    Rendered page(@PathVariable long id, @RequestParam Map<String, String> parameters) {
        return views.of(
                        new UnitId(id),
                        MatrixQuery.months(parameters.get("months")),
                        MatrixQuery.then(parameters))
                .map(view -> Rendered.of("insights/unit", view))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
