package io.kollega.access;

import io.kollega.organization.PersonId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account to open. Without a password the account can't be signed in to by password. Roles of a
 * unit are held for the unit the person belongs to today.
 */
public record NewAccount(
        PersonId person, String login, @Nullable String password, Set<Role> roles) {}
