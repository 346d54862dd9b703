package io.kollega.access;

import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import io.kollega.organization.PersonId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a browser is told before it asks for a passkey: the JSON of WebAuthn Level 3. */
@Component
final class PasskeyOptions {
    /** Ed25519, ES256 and RS256: between them every authenticator knows one. */
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(
                    COSEAlgorithmIdentifier.EdDSA,
                    COSEAlgorithmIdentifier.ES256,
                    COSEAlgorithmIdentifier.RS256);

    private final RelyingParty party;
    private final PasskeyChallenges challenges;
    private final Passkeys passkeys;

    PasskeyOptions(RelyingParty party, PasskeyChallenges challenges, Passkeys passkeys) {
        this.party = party;
        this.challenges = challenges;
        this.passkeys = passkeys;
    }

    /** To make one: on the device itself, and only for who unlocks it. */
    Optional<Map<String, ?>> making(CurrentPerson person) {
        PersonId id = person.id();
        return challenges
                .begin(id)
                .map(challenge ->
                        Map.of(
                                "rp",
                                Map.of("id", party.id(), "name", "Kollega"),
                                "user",
                                Map.of(
                                        "id",
                                        text(passkeys.handle(id)),
                                        "name",
                                        person.login(),
                                        "displayName",
                                        person.login()),
                                "challenge",
                                text(challenge),
                                "pubKeyCredParams",
                                ALGORITHMS.stream()
                                        .map(it ->
                                                Map.of("type", "public-key", "alg", it.getValue()))
                                        .toList(),
                                "timeout",
                                PasskeyChallenges.VALID.toMillis(),
                                "excludeCredentials",
                                passkeys.credentials(id).stream()
                                        .map(it -> Map.of("type", "public-key", "id", text(it)))
                                        .toList(),
                                "authenticatorSelection",
                                Map.of(
                                        "residentKey",
                                        "required",
                                        "requireResidentKey",
                                        true,
                                        "userVerification",
                                        "required"),
                                "attestation",
                                "none"));
    }

    /** To show one: whose it is the device says. */
    Optional<Map<String, ?>> showing() {
        return challenges
                .begin(null)
                .map(challenge ->
                        Map.of(
                                "challenge",
                                text(challenge),
                                "rpId",
                                party.id(),
                                "timeout",
                                PasskeyChallenges.VALID.toMillis(),
                                "userVerification",
                                "required"));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
