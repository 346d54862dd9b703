package io.kollega.access;

import io.kollega.permissions.Confirmed;
import io.kollega.permissions.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Goes on to a page that was only to be read, once who asks has proved that it is them. */
@Controller
@Requires
@Confirmed
@EvenUnguarded
class ConfirmationPage {
    @RequestMapping(
            path = "/confirmation",
            method = {RequestMethod.GET, RequestMethod.POST})
    RedirectView goOn(@RequestParam(defaultValue = "/") String to) {
        return new RedirectView(Refusal.local(to));
    }
}
