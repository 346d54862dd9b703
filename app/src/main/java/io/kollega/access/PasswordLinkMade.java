package io.kollega.access;

import io.kollega.organization.PersonId;
import java.time.Instant;

/**
 * Somebody made a link by which another's password can be set anew; published in the transaction.
 */
public record PasswordLinkMade(PersonId person, PersonId by, Instant at) {}
