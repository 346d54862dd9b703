package io.kollega.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells who has sent a request, where no controller's argument can: around pages. */
@Component
public final class CurrentPeople {
    private final SignedIn signedIn;

    CurrentPeople(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    public Optional<CurrentPerson> of(HttpServletRequest request) {
        return signedIn.of(request).map(Identity::person);
    }
}
