package io.kollega.access;

import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import io.kollega.shell.OutsideAddress;
import java.net.URI;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * For whom passkeys are made: the host of the address that people use. A passkey made for one host
 * is of no use at another, which is what makes it proof against phishing.
 */
@Component
final class RelyingParty {
    private final OutsideAddress outside;

    RelyingParty(OutsideAddress outside) {
        this.outside = outside;
    }

    String id() {
        return Objects.requireNonNull(
                URI.create(outside.link()).getHost(), "an address has a host");
    }

    /** What an answer to this challenge must say of us. */
    ServerProperty expects(byte[] challenge) {
        return ServerProperty.builder()
                .origin(Origin.create(outside.link()))
                .rpId(id())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }
}
