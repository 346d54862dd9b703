package io.kollega.promises;

import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * For whom a piece of work is done, for figures alone: they are of units, and count how many people
 * they rest on. The person is kept as a key that names nobody.
 *
 * @param person null where nobody is known; then each piece of work counts as somebody's own
 */
public record Asker(UnitId unit, @Nullable PersonId person) {}
