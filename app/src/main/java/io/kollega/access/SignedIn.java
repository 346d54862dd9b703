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
    private final SessionTimes times;

    SignedIn(Identities identities, SessionTimes times) {
        this.identities = identities;
        this.times = times;
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

    /** The session by which they are signed in; empty for programs, and when it has ended. */
    Optional<SessionPerson> session() {
        return principal() instanceof SessionPerson person && times.lasts(person)
                ? Optional.of(person)
                : Optional.empty();
    }

    /** Whose second factor is still asked for, as long as their first one was right just now. */
    Optional<PersonId> halfway() {
        return principal() instanceof Halfway person && times.lasts(person)
                ? Optional.of(new PersonId(person.id()))
                : Optional.empty();
    }

    /** Whether they must set up a second factor before they do anything else. */
    boolean unguarded(HttpServletRequest request) {
        return of(request).filter(Identity::unguarded).isPresent()
                && session().filter(it -> it.way() != Way.VISIT).isPresent();
    }

    private Optional<Identity> lookUp() {
        return switch (principal()) {
            case Identity identity -> Optional.of(identity);
            case SessionPerson person when times.lasts(person) ->
                    identities.of(new PersonId(person.id()));
            case null, default -> Optional.empty();
        };
    }

    private static @Nullable Object principal() {
        @Nullable Authentication authentication =
                SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? null : authentication.getPrincipal();
    }
}
