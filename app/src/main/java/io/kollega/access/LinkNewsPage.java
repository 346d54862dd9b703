package io.kollega.access;

import io.kollega.organization.Organization;
import io.kollega.organization.Person;
import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Tells who is signed in that somebody else made a link by which their password can be set. */
@Controller
@RequestMapping(LinkNews.PATH)
@EvenUnguarded
@Requires
class LinkNewsPage {
    private final PasswordLinks links;
    private final Organization organization;

    LinkNewsPage(PasswordLinks links, Organization organization) {
        this.links = links;
        this.organization = organization;
    }

    @GetMapping
    Object tell(CurrentPerson person, @RequestParam(defaultValue = "/") String to) {
        return links.untold(person.id())
                .<Object>map(it ->
                        Rendered.of(
                                "access/link-news",
                                new LinkNewsView(
                                        organization
                                                .person(it.by())
                                                .map(Person::fullName)
                                                .orElse(""),
                                        it.at(),
                                        Refusal.local(to))))
                .orElseGet(() -> new RedirectView(Refusal.local(to)));
    }

    @PostMapping
    RedirectView read(CurrentPerson person, @RequestParam(defaultValue = "/") String to) {
        links.acknowledge(person.id());
        return new RedirectView(Refusal.local(to));
    }
}
