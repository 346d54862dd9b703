package io.kollega.access;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.util.exception.WebAuthnException;
import io.kollega.organization.PersonId;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks what browsers answer for passkeys, by webauthn4j: signature, challenge, origin, host, that
 * somebody was there and unlocked it, and that its counter goes forward.
 */
@Component
final class PasskeyAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(PasskeyAnswers.class);

    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager =
            WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter attested =
            new AttestedCredentialDataConverter(converter);
    private final RelyingParty party;
    private final PasskeyChallenges challenges;
    private final Passkeys passkeys;

    PasskeyAnswers(RelyingParty party, PasskeyChallenges challenges, Passkeys passkeys) {
        this.party = party;
        this.challenges = challenges;
        this.passkeys = passkeys;
    }

    /** Whether it is a new passkey of this person, which is kept then. */
    boolean made(PersonId person, String name, String answer) {
        if (!whole(answer, "clientDataJSON", "attestationObject")) {
            return false;
        }
        try {
            RegistrationData data = manager.parseRegistrationResponseJSON(answer);
            byte[] challenge = challenge(data.getCollectedClientData());
            if (!challenges.answer(challenge, person)) {
                return false;
            }
            manager.verify(
                    data,
                    new RegistrationParameters(
                            party.expects(challenge),
                            PasskeyOptions.ALGORITHMS.stream()
                                    .map(it ->
                                            new PublicKeyCredentialParameters(
                                                    PublicKeyCredentialType.PUBLIC_KEY, it))
                                    .toList(),
                            true,
                            true));
            AuthenticatorData<?> made =
                    Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            AttestedCredentialData key = Objects.requireNonNull(made.getAttestedCredentialData());
            return passkeys.add(
                    person,
                    name,
                    key.getCredentialId(),
                    attested.convert(key),
                    made.getSignCount(),
                    made.isFlagBE());
        } catch (WebAuthnException | JacksonException e) {
            refused(e);
            return false;
        }
    }

    /** Whose passkey answered; empty if it is nobody's, or not as it must be. */
    Optional<PersonId> shown(String answer) {
        if (!whole(answer, "clientDataJSON", "authenticatorData", "signature")) {
            return Optional.empty();
        }
        try {
            AuthenticationData data = manager.parseAuthenticationResponseJSON(answer);
            byte[] challenge = challenge(data.getCollectedClientData());
            Optional<Passkeys.Kept> kept = passkeys.kept(data.getCredentialId());
            if (!challenges.answer(challenge, null) || kept.isEmpty()) {
                return Optional.empty();
            }
            manager.verify(
                    data,
                    new AuthenticationParameters(
                            party.expects(challenge), record(kept.get()), null, true, true));
            passkeys.used(
                    kept.get().id(),
                    Objects.requireNonNull(data.getAuthenticatorData()).getSignCount());
            return Optional.of(kept.get().person());
        } catch (WebAuthnException | JacksonException e) {
            refused(e);
            return Optional.empty();
        }
    }

    private CredentialRecordImpl record(Passkeys.Kept kept) {
        return new CredentialRecordImpl(
                null,
                true,
                kept.backupEligible(),
                null,
                kept.count(),
                attested.convert(kept.attested()),
                null,
                null,
                null,
                null);
    }

    /** None if the client has said none, which nothing waits for. */
    private static byte[] challenge(@Nullable CollectedClientData client) {
        @Nullable Challenge challenge = client == null ? null : client.getChallenge();
        return challenge == null ? new byte[0] : challenge.getValue();
    }

    /** Whether the parts are there at all: the library takes that for granted. */
    private static boolean whole(String answer, String... parts) {
        try {
            JsonNode response = JSON.readTree(answer).path("response");
            return Arrays.stream(parts).allMatch(it -> response.path(it).isString());
        } catch (JacksonException _) {
            return false;
        }
    }

    /** Not an error of ours: anybody can send anything. */
    private static void refused(RuntimeException e) {
        LOG.info("An answer for a passkey was refused: {}", e.getClass().getSimpleName());
    }
}
