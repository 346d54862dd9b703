package io.kollega.access;

import io.kollega.organization.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells who has sent a request; looked up once a request. */
@Component
final class SignedIn {
    private static final String LOOKED_UP = SignedIn.class.getName();

    private final Identities identities;

    SignedIn(Identities identities) {
        this.identities = identities;
    }

    @SuppressWarnings("unchecked")
    Optional<Identity> of(HttpServletRequest request) {
        Object known = request.getAttribute(LOOKED_UP);
        if (known == null) {
            known = lookUp();
            request.setAttribute(LOOKED_UP, known);
        }
        return (Optional<Identity>) known;
    }

    /** The next question is answered anew: after a change of the account within this request. */
    void forget(HttpServletRequest request) {
        request.removeAttribute(LOOKED_UP);
    }

    private Optional<Identity> lookUp() {
        @Nullable Authentication authentication =
                SecurityContextHolder.getContext().getAuthentication();
        Object principal = authentication == null ? null : authentication.getPrincipal();
        return switch (principal) {
            case Identity identity -> Optional.of(identity);
            case SessionPerson person -> identities.of(new PersonId(person.id()));
            case null, default -> Optional.empty();
        };
    }
}
