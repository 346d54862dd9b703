package io.kollega.catalog;

import io.kollega.organization.Name;
import java.time.Duration;
import java.util.List;

/** What a standard says, whichever version of whatever it is. */
record StandardTerms(
        Duration response,
        Duration solution,
        List<FormField> fields,
        List<Name> norms,
        List<Name> duties) {
    static StandardTerms of(Standard standard) {
        return new StandardTerms(
                standard.response(),
                standard.solution(),
                standard.fields(),
                standard.norms(),
                standard.duties());
    }
}
