package io.kollega.administration;

import io.kollega.organization.Unit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of a new person, or of another name or unit for one.
 *
 * @param id the person; null for a new one
 * @param unit code of the unit
 * @param problems field to message key
 */
record PersonFormView(
        @Nullable Long id,
        String code,
        String givenName,
        String familyName,
        String email,
        String unit,
        boolean head,
        String from,
        List<Unit> units,
        Map<String, String> problems) {}
