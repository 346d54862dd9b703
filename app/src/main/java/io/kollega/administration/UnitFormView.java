package io.kollega.administration;

import io.kollega.organization.Unit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of a new unit, or of another name or place for one.
 *
 * @param id the unit; null for a new one
 * @param parent code of the unit above; empty at the top
 * @param problems field to message key; {@code form} for the whole
 */
record UnitFormView(
        @Nullable Long id,
        String code,
        String name,
        String english,
        String parent,
        String from,
        List<Unit> units,
        Map<String, String> problems) {}
