package io.kollega.access;

import io.kollega.organization.Organization;
import io.kollega.permissions.Confirmed;
import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Lists, makes and revokes the API tokens of who is signed in. */
@Controller
@Requires
class TokensPage {
    private final Tokens tokens;
    private final Organization organization;

    TokensPage(Tokens tokens, Organization organization) {
        this.tokens = tokens;
        this.organization = organization;
    }

    @GetMapping("/profile/tokens")
    Rendered list(CurrentPerson person) {
        return Rendered.of("access/tokens", view(person, null, "", null));
    }

    /** Answers with the token itself instead of a redirect, because it is shown only once. */
    @PostMapping("/profile/tokens")
    @Confirmed
    Rendered create(
            CurrentPerson person,
            @RequestParam String name,
            @RequestParam(defaultValue = "write") String scope,
            @RequestParam(defaultValue = "90") int days) {
        LocalDate today = organization.today();
        // What no form of ours sends gives the least.
        TokenTerms terms =
                new TokenTerms(
                        name,
                        TokenScope.named(scope)
                                .filter(TokensView.scopes(person)::contains)
                                .orElse(TokenScope.READ),
                        today.plusDays(TokensView.DAYS.contains(days) ? days : 1));
        if (terms.fault(today).isPresent()) {
            return Rendered.refused(
                    "access/tokens", view(person, null, name, "access.tokens.name-needed"));
        }
        String fresh = tokens.issue(person.id(), terms);
        return Rendered.of("access/tokens", view(person, fresh, "", null));
    }

    @PostMapping("/profile/tokens/{id}/revocation")
    RedirectView revoke(CurrentPerson person, @PathVariable long id) {
        boolean revoked = tokens.revoke(person.id(), id);
        return new RedirectView(
                revoked ? "/profile/tokens?done=access.tokens.revoked" : "/profile/tokens");
    }

    private TokensView view(
            CurrentPerson person, @Nullable String fresh, String name, @Nullable String problem) {
        return new TokensView(
                tokens.of(person.id()), TokensView.scopes(person), fresh, name, problem);
    }
}
