package io.kollega.access;

import io.kollega.organization.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells who has sent a request, where no controller's argument can: around pages. */
@Component
public final class CurrentPeople {
    private final SignedIn signedIn;
    private final Identities identities;

    CurrentPeople(SignedIn signedIn, Identities identities) {
        this.signedIn = signedIn;
        this.identities = identities;
    }

    public Optional<CurrentPerson> of(HttpServletRequest request) {
        return signedIn.of(request).map(Identity::person);
    }

    /**
     * Somebody with what they may do today, for what is done in their name without a request of
     * theirs; empty if they have no account or belong to no unit.
     */
    public Optional<CurrentPerson> of(PersonId person) {
        return identities.of(person).map(Identity::person);
    }
}
