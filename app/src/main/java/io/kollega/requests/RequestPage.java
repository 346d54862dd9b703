package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.requests.events.RequestId;
import io.kollega.shell.Rendered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** A request: its conversation, its promise, its people. */
@Controller
@RequestMapping("/requests/{id:\\d+}")
@Requires({Permission.ASK, Permission.WORK_QUEUE})
class RequestPage {
    private final RequestScreen screen;

    RequestPage(RequestScreen screen) {
        this.screen = screen;
    }

    @GetMapping
    Rendered show(CurrentPerson person, @PathVariable long id) {
        return Rendered.of("requests/request", view(person, id));
    }

    /** All that has happened, line by line. */
    @GetMapping("/history")
    Rendered history(CurrentPerson person, @PathVariable long id) {
        return Rendered.of("requests/history", view(person, id));
    }

    private RequestView view(CurrentPerson person, long id) {
        return screen.of(person, new RequestId(id), Draft.NONE, null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
